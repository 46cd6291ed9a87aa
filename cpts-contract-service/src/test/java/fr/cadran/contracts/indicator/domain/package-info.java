/** Indicators and scales: the figures of the texts, every refusal, and what holds for any scale. */
@NullMarked
package fr.cadran.contracts.indicator.domain;

import org.jspecify.annotations.NullMarked;
