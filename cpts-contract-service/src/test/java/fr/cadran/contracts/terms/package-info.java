/** The wire form of indicators and scales, there and back. */
@NullMarked
package fr.cadran.contracts.terms;

import org.jspecify.annotations.NullMarked;
