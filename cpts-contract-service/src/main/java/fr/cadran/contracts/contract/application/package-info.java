/**
 * What can be done with contracts: create, negotiate, sign, amend, terminate, end. Every change
 * locks the CPTS first, so that its events leave in the order of the changes.
 */
@NullMarked
package fr.cadran.contracts.contract.application;

import org.jspecify.annotations.NullMarked;
