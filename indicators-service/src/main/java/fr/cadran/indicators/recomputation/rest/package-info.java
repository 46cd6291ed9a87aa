/** Recomputations over HTTP. */
@NullMarked
package fr.cadran.indicators.recomputation.rest;

import org.jspecify.annotations.NullMarked;
