/** Calculating, restating and listing potential gains. */
@NullMarked
package fr.cadran.indicators.gain.application;

import org.jspecify.annotations.NullMarked;
