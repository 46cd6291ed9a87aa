/** The option de coordination in PostgreSQL. */
@NullMarked
package fr.cadran.centres.coordination.persistence;

import org.jspecify.annotations.NullMarked;
