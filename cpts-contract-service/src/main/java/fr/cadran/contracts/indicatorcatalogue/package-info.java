/**
 * The national follow-up indicators, dated, and examples of local ones to pick from and adapt:
 * reference data shipped with the service (cpts.md §6).
 */
@NullMarked
package fr.cadran.contracts.indicatorcatalogue;

import org.jspecify.annotations.NullMarked;
