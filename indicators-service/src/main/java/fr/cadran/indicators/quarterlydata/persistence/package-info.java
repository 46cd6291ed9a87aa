/** Received quarterly data in PostgreSQL, every version. */
@NullMarked
package fr.cadran.indicators.quarterlydata.persistence;

import org.jspecify.annotations.NullMarked;
