/** Tests of completeness over HTTP. */
@NullMarked
package fr.cadran.centres.completeness.rest;

import org.jspecify.annotations.NullMarked;
