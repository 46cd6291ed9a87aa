/** Quarterly data in PostgreSQL. */
@NullMarked
package fr.cadran.centres.quarterlydata.persistence;

import org.jspecify.annotations.NullMarked;
