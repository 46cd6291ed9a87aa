/** The registry over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.centres.centre.rest;

import org.jspecify.annotations.NullMarked;
