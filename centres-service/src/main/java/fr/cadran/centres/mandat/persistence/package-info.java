/** Mandats in PostgreSQL. */
@NullMarked
package fr.cadran.centres.mandat.persistence;

import org.jspecify.annotations.NullMarked;
