/** Quarterly data over HTTP. */
@NullMarked
package fr.cadran.centres.quarterlydata.rest;

import org.jspecify.annotations.NullMarked;
