/** Tests of the option de coordination. */
@NullMarked
package fr.cadran.centres.coordination.domain;

import org.jspecify.annotations.NullMarked;
