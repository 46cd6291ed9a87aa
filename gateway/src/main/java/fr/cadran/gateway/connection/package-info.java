/** Connections that do not get to the point: accepted, but never with a whole request. */
@NullMarked
package fr.cadran.gateway.connection;

import org.jspecify.annotations.NullMarked;
