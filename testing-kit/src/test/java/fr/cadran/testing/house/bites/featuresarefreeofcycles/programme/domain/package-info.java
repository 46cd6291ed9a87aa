/** Breaks featuresAreFreeOfCycles and no other house rule: two features that need each other. */
@NullMarked
package fr.cadran.testing.house.bites.featuresarefreeofcycles.programme.domain;

import org.jspecify.annotations.NullMarked;
