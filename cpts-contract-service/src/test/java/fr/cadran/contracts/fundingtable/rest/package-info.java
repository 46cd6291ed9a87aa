/** Funding tables over HTTP, with the real database. */
@NullMarked
package fr.cadran.contracts.fundingtable.rest;

import org.jspecify.annotations.NullMarked;
