/** Programmes in PostgreSQL, with when each state was known. */
@NullMarked
package fr.cadran.indicators.programme.persistence;

import org.jspecify.annotations.NullMarked;
