/** The chain of steps that lets a call in, and the calls that are under way. */
@NullMarked
package fr.cadran.gateway.door;

import org.jspecify.annotations.NullMarked;
