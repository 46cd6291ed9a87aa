/** Potential gains in PostgreSQL, with when each was known. */
@NullMarked
package fr.cadran.indicators.gain.persistence;

import org.jspecify.annotations.NullMarked;
