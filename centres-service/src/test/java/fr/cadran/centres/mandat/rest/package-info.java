/** Mandats over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.centres.mandat.rest;

import org.jspecify.annotations.NullMarked;
