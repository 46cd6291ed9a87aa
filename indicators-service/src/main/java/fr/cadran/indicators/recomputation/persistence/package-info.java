/** Recomputations in PostgreSQL. */
@NullMarked
package fr.cadran.indicators.recomputation.persistence;

import org.jspecify.annotations.NullMarked;
