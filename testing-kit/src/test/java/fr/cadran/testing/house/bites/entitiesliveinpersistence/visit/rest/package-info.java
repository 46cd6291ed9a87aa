/** Breaks entitiesLiveInPersistence and no other house rule: an entity at the edge. */
@NullMarked
package fr.cadran.testing.house.bites.entitiesliveinpersistence.visit.rest;

import org.jspecify.annotations.NullMarked;
