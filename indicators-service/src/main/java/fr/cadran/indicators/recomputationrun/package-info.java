/**
 * Works through recomputations beside the calls, from start to end or from where a process ended.
 */
@NullMarked
package fr.cadran.indicators.recomputationrun;

import org.jspecify.annotations.NullMarked;
