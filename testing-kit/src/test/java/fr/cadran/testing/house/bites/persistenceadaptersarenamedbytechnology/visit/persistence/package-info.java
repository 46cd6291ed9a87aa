/**
 * Breaks persistenceAdaptersAreNamedByTechnology and no other house rule: an adapter that hides its
 * technology.
 */
@NullMarked
package fr.cadran.testing.house.bites.persistenceadaptersarenamedbytechnology.visit.persistence;

import org.jspecify.annotations.NullMarked;
