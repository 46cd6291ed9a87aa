/** Quarterly data as they arrive, computed values as they leave. */
@NullMarked
package fr.cadran.indicators.quarterlydata.messaging;

import org.jspecify.annotations.NullMarked;
