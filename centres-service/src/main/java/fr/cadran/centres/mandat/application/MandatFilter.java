package fr.cadran.centres.mandat.application;

import fr.cadran.centres.mandat.domain.MandatState;
import org.jspecify.annotations.Nullable;

/**
 * What a list of mandats is narrowed by; null narrows nothing.
 *
 * @param state where they stand today
 * @param clientId OAuth client of the editor
 */
public record MandatFilter(@Nullable MandatState state, @Nullable String clientId) {}
