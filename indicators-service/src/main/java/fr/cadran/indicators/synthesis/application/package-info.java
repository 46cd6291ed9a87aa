/** Syntheses of programmes for those who may read them. */
@NullMarked
package fr.cadran.indicators.synthesis.application;

import org.jspecify.annotations.NullMarked;
