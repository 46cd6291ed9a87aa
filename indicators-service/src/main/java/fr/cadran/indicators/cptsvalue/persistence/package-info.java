/** Values of CPTS in PostgreSQL, every version. */
@NullMarked
package fr.cadran.indicators.cptsvalue.persistence;

import org.jspecify.annotations.NullMarked;
