/** What a programme achieved, levier by levier (indicators.md §5). */
@NullMarked
package fr.cadran.indicators.synthesis.domain;

import org.jspecify.annotations.NullMarked;
