/** Payments of CPTS in PostgreSQL. */
@NullMarked
package fr.cadran.indicators.cptspayment.persistence;

import org.jspecify.annotations.NullMarked;
