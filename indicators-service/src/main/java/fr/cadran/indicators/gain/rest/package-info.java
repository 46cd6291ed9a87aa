/** Gain calculators and the stored gains of a centre over HTTP. */
@NullMarked
package fr.cadran.indicators.gain.rest;

import org.jspecify.annotations.NullMarked;
