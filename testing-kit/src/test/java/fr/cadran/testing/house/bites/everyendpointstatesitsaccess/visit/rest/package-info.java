/**
 * Breaks everyEndpointStatesItsAccess and no other house rule: an endpoint that says neither, one
 * that says both.
 */
@NullMarked
package fr.cadran.testing.house.bites.everyendpointstatesitsaccess.visit.rest;

import org.jspecify.annotations.NullMarked;
