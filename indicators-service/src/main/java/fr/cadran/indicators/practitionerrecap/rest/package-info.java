/** Yearly recaps over HTTP. */
@NullMarked
package fr.cadran.indicators.practitionerrecap.rest;

import org.jspecify.annotations.NullMarked;
