/** Simulations, ledgers and payments over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.contracts.payment.rest;

import org.jspecify.annotations.NullMarked;
