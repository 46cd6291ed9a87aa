/** The rules of contracts. */
@NullMarked
package fr.cadran.contracts.contract.domain;

import org.jspecify.annotations.NullMarked;
