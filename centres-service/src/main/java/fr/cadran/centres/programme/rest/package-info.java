/** Programmes over HTTP. */
@NullMarked
package fr.cadran.centres.programme.rest;

import org.jspecify.annotations.NullMarked;
