/** Keeping and finding the values of CPTS. */
@NullMarked
package fr.cadran.indicators.cptsvalue.application;

import org.jspecify.annotations.NullMarked;
