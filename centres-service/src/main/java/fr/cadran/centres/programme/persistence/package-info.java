/** Programmes in PostgreSQL. */
@NullMarked
package fr.cadran.centres.programme.persistence;

import org.jspecify.annotations.NullMarked;
