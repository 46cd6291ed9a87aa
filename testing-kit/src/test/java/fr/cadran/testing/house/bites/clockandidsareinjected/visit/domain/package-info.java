/**
 * Breaks clockAndIdsAreInjected and no other house rule: every way to ask the machine for the
 * moment or for chance.
 */
@NullMarked
package fr.cadran.testing.house.bites.clockandidsareinjected.visit.domain;

import org.jspecify.annotations.NullMarked;
