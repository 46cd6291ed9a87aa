/** The year of a practitioner as the centre reported it. */
@NullMarked
package fr.cadran.indicators.practitionerrecap.domain;

import org.jspecify.annotations.NullMarked;
