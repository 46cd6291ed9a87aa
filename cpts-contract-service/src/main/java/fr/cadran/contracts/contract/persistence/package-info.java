/** Contracts in PostgreSQL. */
@NullMarked
package fr.cadran.contracts.contract.persistence;

import org.jspecify.annotations.NullMarked;
