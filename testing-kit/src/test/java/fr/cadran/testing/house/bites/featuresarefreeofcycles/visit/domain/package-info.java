/** Breaks featuresAreFreeOfCycles and no other house rule: two features that need each other. */
@NullMarked
package fr.cadran.testing.house.bites.featuresarefreeofcycles.visit.domain;

import org.jspecify.annotations.NullMarked;
