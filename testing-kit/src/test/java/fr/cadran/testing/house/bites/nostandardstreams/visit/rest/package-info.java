/** Breaks noStandardStreams and no other house rule: printing instead of logging. */
@NullMarked
package fr.cadran.testing.house.bites.nostandardstreams.visit.rest;

import org.jspecify.annotations.NullMarked;
