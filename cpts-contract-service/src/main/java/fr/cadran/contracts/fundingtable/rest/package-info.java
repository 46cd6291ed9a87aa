/** The funding tables over HTTP. */
@NullMarked
package fr.cadran.contracts.fundingtable.rest;

import org.jspecify.annotations.NullMarked;
