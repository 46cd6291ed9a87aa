/** CPTS over HTTP, with the real database and broker. */
@NullMarked
package fr.cadran.contracts.cpts.rest;

import org.jspecify.annotations.NullMarked;
