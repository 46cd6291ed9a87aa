/** The two flows through the gateway, with the real parts that {@code ./platform up} started. */
@NullMarked
package fr.cadran.e2e;

import org.jspecify.annotations.NullMarked;
