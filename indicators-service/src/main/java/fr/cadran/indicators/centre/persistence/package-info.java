/** Centres and mandats in PostgreSQL. */
@NullMarked
package fr.cadran.indicators.centre.persistence;

import org.jspecify.annotations.NullMarked;
