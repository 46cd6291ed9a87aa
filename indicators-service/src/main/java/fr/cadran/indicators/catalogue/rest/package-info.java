/** The catalogue of leviers and indicators over HTTP. */
@NullMarked
package fr.cadran.indicators.catalogue.rest;

import org.jspecify.annotations.NullMarked;
