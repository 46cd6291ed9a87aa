/** Keeps the local copy of the CPTS, which decides who may read what. */
@NullMarked
package fr.cadran.indicators.cpts.application;

import org.jspecify.annotations.NullMarked;
