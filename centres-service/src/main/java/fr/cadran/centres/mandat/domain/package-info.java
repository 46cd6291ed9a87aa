/** The mandat by which a centre lets a software editor push its data. */
@NullMarked
package fr.cadran.centres.mandat.domain;

import org.jspecify.annotations.NullMarked;
