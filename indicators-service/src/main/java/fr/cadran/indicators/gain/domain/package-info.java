/** Potential gains of a levier, by versioned methods, each with its trace. */
@NullMarked
package fr.cadran.indicators.gain.domain;

import org.jspecify.annotations.NullMarked;
