/**
 * Breaks messagingAdaptersAreNamedByTechnology and no other house rule: an adapter that hides its
 * technology.
 */
@NullMarked
package fr.cadran.testing.house.bites.messagingadaptersarenamedbytechnology.visit.messaging;

import org.jspecify.annotations.NullMarked;
