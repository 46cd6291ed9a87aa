/**
 * Restating, listing and explaining indicator values; those of CPTS are listed and explained here
 * too.
 */
@NullMarked
package fr.cadran.indicators.value.application;

import org.jspecify.annotations.NullMarked;
