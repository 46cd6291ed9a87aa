/** Counting centres and submissions in PostgreSQL. */
@NullMarked
package fr.cadran.centres.completeness.persistence;

import org.jspecify.annotations.NullMarked;
