/** The option de coordination over HTTP. */
@NullMarked
package fr.cadran.centres.coordination.rest;

import org.jspecify.annotations.NullMarked;
