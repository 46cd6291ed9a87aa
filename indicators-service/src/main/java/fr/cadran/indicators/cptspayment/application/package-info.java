/** Keeping what is paid to CPTS and recovered from them. */
@NullMarked
package fr.cadran.indicators.cptspayment.application;

import org.jspecify.annotations.NullMarked;
