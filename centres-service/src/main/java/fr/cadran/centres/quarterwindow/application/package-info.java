/** Setting and reading the dates of a quarter, for everybody or for one centre. */
@NullMarked
package fr.cadran.centres.quarterwindow.application;

import org.jspecify.annotations.NullMarked;
