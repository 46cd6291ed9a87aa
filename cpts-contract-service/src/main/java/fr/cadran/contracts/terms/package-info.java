/**
 * The wire form of indicators and scales: simulations, annexes, avenants and payment packs read and
 * write the same one, so it stands beside the features that share it.
 */
@NullMarked
package fr.cadran.contracts.terms;

import org.jspecify.annotations.NullMarked;
