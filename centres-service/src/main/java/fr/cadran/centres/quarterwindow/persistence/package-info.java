/** The dates of quarters in PostgreSQL. */
@NullMarked
package fr.cadran.centres.quarterwindow.persistence;

import org.jspecify.annotations.NullMarked;
