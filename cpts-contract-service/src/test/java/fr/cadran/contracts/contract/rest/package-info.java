/** Contracts over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.contracts.contract.rest;

import org.jspecify.annotations.NullMarked;
