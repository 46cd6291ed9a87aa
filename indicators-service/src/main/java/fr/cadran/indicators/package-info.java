/**
 * Indicators and potential gains of centres de santé, computed from submitted quarterly data, and
 * the results that CPTS agreed on, so that a territory is read in one place. Features: formula (the
 * arithmetic that explains itself), catalogue (leviers and definitions), value (indicator values
 * and their traces), cptsvalue (values of CPTS by contract year), cptspayment (what they are paid),
 * gain (potential gains), practitionerrecap (the yearly recap by practitioner), recomputation and
 * recomputationrun (everything computed again), synthesis (what programmes achieved), benchmark
 * (comparable centres), chart and export (drawings and files). Consumes quarterly data, centres,
 * mandats, programmes, CPTS, payments and the results of dialogues de gestion; emits computed
 * values.
 */
@NullMarked
package fr.cadran.indicators;

import org.jspecify.annotations.NullMarked;
