/** The eleven leviers, the figures that a centre reports, and the definition of every indicator. */
@NullMarked
package fr.cadran.indicators.catalogue.domain;

import org.jspecify.annotations.NullMarked;
