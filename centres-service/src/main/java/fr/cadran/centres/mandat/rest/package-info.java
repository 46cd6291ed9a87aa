/** Mandats over HTTP. */
@NullMarked
package fr.cadran.centres.mandat.rest;

import org.jspecify.annotations.NullMarked;
