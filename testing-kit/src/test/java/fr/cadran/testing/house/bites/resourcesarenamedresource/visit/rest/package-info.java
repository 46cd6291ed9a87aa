/** Breaks resourcesAreNamedResource and no other house rule: a path served by a controller. */
@NullMarked
package fr.cadran.testing.house.bites.resourcesarenamedresource.visit.rest;

import org.jspecify.annotations.NullMarked;
