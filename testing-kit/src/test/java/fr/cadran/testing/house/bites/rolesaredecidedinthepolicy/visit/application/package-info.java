/** A use case that decides by itself who may. */
@NullMarked
package fr.cadran.testing.house.bites.rolesaredecidedinthepolicy.visit.application;

import org.jspecify.annotations.NullMarked;
