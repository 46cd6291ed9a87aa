/** The dates of quarters over HTTP. */
@NullMarked
package fr.cadran.centres.quarterwindow.rest;

import org.jspecify.annotations.NullMarked;
