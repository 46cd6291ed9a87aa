/** Proofs that each house rule bites. */
@NullMarked
package fr.cadran.testing.house;

import org.jspecify.annotations.NullMarked;
