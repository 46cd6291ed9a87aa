/** Keeps the local copy of programmes. */
@NullMarked
package fr.cadran.indicators.programme.application;

import org.jspecify.annotations.NullMarked;
