/** Asking for a recomputation, working through it, asking how far it is. */
@NullMarked
package fr.cadran.indicators.recomputation.application;

import org.jspecify.annotations.NullMarked;
