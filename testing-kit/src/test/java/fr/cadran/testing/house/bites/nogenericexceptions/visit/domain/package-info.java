/** Breaks noGenericExceptions and no other house rule: a failure without a name. */
@NullMarked
package fr.cadran.testing.house.bites.nogenericexceptions.visit.domain;

import org.jspecify.annotations.NullMarked;
