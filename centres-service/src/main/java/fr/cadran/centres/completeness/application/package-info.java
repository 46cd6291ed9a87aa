/** Measuring completeness and timeliness within the reach of a caller. */
@NullMarked
package fr.cadran.centres.completeness.application;

import org.jspecify.annotations.NullMarked;
