/** Exact formulas that print, substitute and evaluate themselves from one tree. */
@NullMarked
package fr.cadran.indicators.formula.domain;

import org.jspecify.annotations.NullMarked;
