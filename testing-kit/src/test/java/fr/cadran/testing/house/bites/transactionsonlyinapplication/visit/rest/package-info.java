/**
 * Breaks transactionsOnlyInApplication and no other house rule: a transaction opened at the edge.
 */
@NullMarked
package fr.cadran.testing.house.bites.transactionsonlyinapplication.visit.rest;

import org.jspecify.annotations.NullMarked;
