/** Contracts over HTTP. */
@NullMarked
package fr.cadran.contracts.contract.rest;

import org.jspecify.annotations.NullMarked;
