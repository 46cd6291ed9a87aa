/** Tests of the dates of quarters. */
@NullMarked
package fr.cadran.centres.quarterwindow.domain;

import org.jspecify.annotations.NullMarked;
