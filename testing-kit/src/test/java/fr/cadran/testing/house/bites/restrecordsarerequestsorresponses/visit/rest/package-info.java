/**
 * Breaks restRecordsAreRequestsOrResponses and no other house rule: a record of no side of the
 * wire.
 */
@NullMarked
package fr.cadran.testing.house.bites.restrecordsarerequestsorresponses.visit.rest;

import org.jspecify.annotations.NullMarked;
