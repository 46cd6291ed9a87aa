/** The streamed way to a service and back. */
@NullMarked
package fr.cadran.gateway.forward;

import org.jspecify.annotations.NullMarked;
