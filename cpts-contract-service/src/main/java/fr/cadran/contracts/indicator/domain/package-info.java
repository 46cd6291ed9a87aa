/**
 * The indicators that the three parties agree, and the scales that turn a result into money
 * (cpts.md §6). No framework: exact fractions only.
 */
@NullMarked
package fr.cadran.contracts.indicator.domain;

import org.jspecify.annotations.NullMarked;
