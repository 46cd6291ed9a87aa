/**
 * Breaks resourceMethodsSpeakInRequestsAndResponses and no other house rule: the domain on the
 * wire.
 */
@NullMarked
package fr.cadran.testing.house.bites.resourcemethodsspeakinrequestsandresponses.visit.rest;

import org.jspecify.annotations.NullMarked;
