/**
 * Indicators and potential gains of centres de santé, computed from submitted quarterly data.
 * Features: formula (the arithmetic that explains itself), catalogue (leviers and definitions),
 * value (indicator values and their traces), gain (potential gains). Consumes quarterly data,
 * centres and mandats; emits computed values.
 */
@NullMarked
package fr.cadran.indicators;

import org.jspecify.annotations.NullMarked;
