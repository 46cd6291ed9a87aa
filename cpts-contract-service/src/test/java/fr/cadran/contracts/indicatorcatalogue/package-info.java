/** Tests of the catalogue of indicators of contracts. */
@NullMarked
package fr.cadran.contracts.indicatorcatalogue;

import org.jspecify.annotations.NullMarked;
