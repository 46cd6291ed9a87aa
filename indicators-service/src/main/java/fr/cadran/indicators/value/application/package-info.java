/** Restating, listing and explaining indicator values. */
@NullMarked
package fr.cadran.indicators.value.application;

import org.jspecify.annotations.NullMarked;
