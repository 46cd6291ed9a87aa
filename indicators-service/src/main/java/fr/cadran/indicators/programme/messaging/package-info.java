/** Programmes as they arrive from their owner. */
@NullMarked
package fr.cadran.indicators.programme.messaging;

import org.jspecify.annotations.NullMarked;
