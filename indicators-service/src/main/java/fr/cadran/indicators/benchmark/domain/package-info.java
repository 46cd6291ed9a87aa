/**
 * How an indicator spreads over comparable centres, without giving any of them away (indicators.md
 * §6).
 */
@NullMarked
package fr.cadran.indicators.benchmark.domain;

import org.jspecify.annotations.NullMarked;
