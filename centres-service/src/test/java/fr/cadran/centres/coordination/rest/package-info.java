/** Tests of the option de coordination. */
@NullMarked
package fr.cadran.centres.coordination.rest;

import org.jspecify.annotations.NullMarked;
