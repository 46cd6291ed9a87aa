/** Proofs that each contract check bites. */
@NullMarked
package fr.cadran.testing.contract;

import org.jspecify.annotations.NullMarked;
