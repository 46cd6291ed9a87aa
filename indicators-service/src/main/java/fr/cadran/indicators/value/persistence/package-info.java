/** Indicator values in PostgreSQL, with when each was known. */
@NullMarked
package fr.cadran.indicators.value.persistence;

import org.jspecify.annotations.NullMarked;
