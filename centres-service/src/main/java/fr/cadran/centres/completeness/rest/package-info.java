/** Completeness and timeliness over HTTP. */
@NullMarked
package fr.cadran.centres.completeness.rest;

import org.jspecify.annotations.NullMarked;
