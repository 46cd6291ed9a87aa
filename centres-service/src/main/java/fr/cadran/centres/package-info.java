/**
 * What a centre de santé declares: its registry entry ({@code centre}), the rights it gives to
 * software editors ({@code mandat}), its figures of every quarter ({@code quarterlydata}), when
 * they are collected ({@code quarterwindow}) and from whom they came ({@code completeness}), the
 * programmes that follow it ({@code programme}), its option de coordination ({@code coordination})
 * and the list of specialties ({@code specialty}).
 *
 * <p>Publishes {@code CentreState}, {@code MandatsState}, {@code ProgrammeState} and {@code
 * QuarterlyDataSubmitted}.
 */
@NullMarked
package fr.cadran.centres;

import org.jspecify.annotations.NullMarked;
