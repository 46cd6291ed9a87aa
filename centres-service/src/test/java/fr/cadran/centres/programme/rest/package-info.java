/** Tests of programmes. */
@NullMarked
package fr.cadran.centres.programme.rest;

import org.jspecify.annotations.NullMarked;
