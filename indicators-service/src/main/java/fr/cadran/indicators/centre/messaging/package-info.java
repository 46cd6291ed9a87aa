/** Centres and mandats as they arrive from their owner. */
@NullMarked
package fr.cadran.indicators.centre.messaging;

import org.jspecify.annotations.NullMarked;
