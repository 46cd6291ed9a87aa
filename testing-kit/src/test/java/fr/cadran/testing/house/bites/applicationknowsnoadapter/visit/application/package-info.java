/**
 * Breaks applicationKnowsNoAdapter and no other house rule: a use case that speaks to the database.
 */
@NullMarked
package fr.cadran.testing.house.bites.applicationknowsnoadapter.visit.application;

import org.jspecify.annotations.NullMarked;
