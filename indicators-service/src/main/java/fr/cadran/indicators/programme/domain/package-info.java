/** Programmes d'accompagnement: cohort, anonymous numbers, leviers and how far each has come. */
@NullMarked
package fr.cadran.indicators.programme.domain;

import org.jspecify.annotations.NullMarked;
