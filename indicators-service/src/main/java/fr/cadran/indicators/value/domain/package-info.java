/**
 * From a centre's quarterly records to indicator values, each with its trace or the reason of its
 * absence.
 */
@NullMarked
package fr.cadran.indicators.value.domain;

import org.jspecify.annotations.NullMarked;
