/** Simulations, ledgers and payments over HTTP. */
@NullMarked
package fr.cadran.contracts.payment.rest;

import org.jspecify.annotations.NullMarked;
