package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.CptsStage;
import org.jspecify.annotations.Nullable;

/**
 * What a list of CPTS is narrowed to; null narrows nothing.
 *
 * @param departement INSEE code, of the seat
 * @param region INSEE code, of the seat
 * @param stage how far it has come
 * @param text part of the name or of the seat's name, in any case
 */
public record CptsFilter(
    @Nullable String departement,
    @Nullable String region,
    @Nullable CptsStage stage,
    @Nullable String text) {}
