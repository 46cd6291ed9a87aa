/**
 * What a centre de santé declares: its registry entry ({@code centre}), the rights it gives to
 * software editors ({@code mandat}), its figures of every quarter ({@code quarterlydata}) and the
 * list of specialties ({@code specialty}). Publishes {@code CentreState}, {@code MandatsState} and
 * {@code QuarterlyDataSubmitted}.
 */
@NullMarked
package fr.cadran.centres;

import org.jspecify.annotations.NullMarked;
