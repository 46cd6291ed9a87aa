/** CPTS as they arrive from their owner. */
@NullMarked
package fr.cadran.indicators.cpts.messaging;

import org.jspecify.annotations.NullMarked;
