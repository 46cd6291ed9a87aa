/** The registry in PostgreSQL. */
@NullMarked
package fr.cadran.centres.centre.persistence;

import org.jspecify.annotations.NullMarked;
