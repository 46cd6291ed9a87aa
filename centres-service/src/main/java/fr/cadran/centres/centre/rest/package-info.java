/** The registry over HTTP. */
@NullMarked
package fr.cadran.centres.centre.rest;

import org.jspecify.annotations.NullMarked;
