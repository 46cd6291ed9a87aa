/** Quarterly data over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.centres.quarterlydata.rest;

import org.jspecify.annotations.NullMarked;
