/** Breaks noEmptyNames and no other house rule: each name that says nothing. */
@NullMarked
package fr.cadran.testing.house.bites.noemptynames.visit.domain;

import org.jspecify.annotations.NullMarked;
