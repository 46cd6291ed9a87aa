/** CPTS over HTTP. */
@NullMarked
package fr.cadran.contracts.cpts.rest;

import org.jspecify.annotations.NullMarked;
