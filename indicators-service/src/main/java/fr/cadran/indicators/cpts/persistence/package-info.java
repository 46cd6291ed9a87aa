/** CPTS in PostgreSQL. */
@NullMarked
package fr.cadran.indicators.cpts.persistence;

import org.jspecify.annotations.NullMarked;
