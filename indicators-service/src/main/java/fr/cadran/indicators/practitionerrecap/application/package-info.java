/** Making the yearly recaps of the practitioners of a centre. */
@NullMarked
package fr.cadran.indicators.practitionerrecap.application;

import org.jspecify.annotations.NullMarked;
