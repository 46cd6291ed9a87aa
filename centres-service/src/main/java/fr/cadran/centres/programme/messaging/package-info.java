/** Programmes as others hear of them. */
@NullMarked
package fr.cadran.centres.programme.messaging;

import org.jspecify.annotations.NullMarked;
