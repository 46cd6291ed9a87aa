/** The money of contracts, computed again. */
@NullMarked
package fr.cadran.operator.ledger;

import org.jspecify.annotations.NullMarked;
