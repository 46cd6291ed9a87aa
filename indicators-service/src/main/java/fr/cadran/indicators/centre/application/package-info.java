/** Keeps the local copy of centres and mandats, which decides who may read what. */
@NullMarked
package fr.cadran.indicators.centre.application;

import org.jspecify.annotations.NullMarked;
