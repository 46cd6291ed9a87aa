/** Who may do what in this service: one table. */
@NullMarked
package fr.cadran.centres.access.application;

import org.jspecify.annotations.NullMarked;
