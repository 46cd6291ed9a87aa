/** Programmes d'accompagnement: cohort, anonymous numbers, leviers and their statuses. */
@NullMarked
package fr.cadran.centres.programme.domain;

import org.jspecify.annotations.NullMarked;
