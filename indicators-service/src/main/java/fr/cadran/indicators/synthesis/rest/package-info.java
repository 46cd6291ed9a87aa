/** Syntheses, their explanation and the matrix of centres and leviers over HTTP. */
@NullMarked
package fr.cadran.indicators.synthesis.rest;

import org.jspecify.annotations.NullMarked;
