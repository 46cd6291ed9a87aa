/** The funding tables in PostgreSQL. */
@NullMarked
package fr.cadran.contracts.fundingtable.persistence;

import org.jspecify.annotations.NullMarked;
