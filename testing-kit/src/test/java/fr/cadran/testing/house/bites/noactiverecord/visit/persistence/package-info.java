/** Breaks noActiveRecord and no other house rule: a row that saves itself. */
@NullMarked
package fr.cadran.testing.house.bites.noactiverecord.visit.persistence;

import org.jspecify.annotations.NullMarked;
