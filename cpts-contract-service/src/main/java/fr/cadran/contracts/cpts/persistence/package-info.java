/** CPTS in PostgreSQL. */
@NullMarked
package fr.cadran.contracts.cpts.persistence;

import org.jspecify.annotations.NullMarked;
