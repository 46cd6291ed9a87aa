/** A recomputation and how far it is. */
@NullMarked
package fr.cadran.indicators.recomputation.domain;

import org.jspecify.annotations.NullMarked;
