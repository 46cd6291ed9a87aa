/** Indicator values and their explanations over HTTP. */
@NullMarked
package fr.cadran.indicators.value.rest;

import org.jspecify.annotations.NullMarked;
