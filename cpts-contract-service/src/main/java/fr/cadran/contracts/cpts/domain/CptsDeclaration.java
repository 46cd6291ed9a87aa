package fr.cadran.contracts.cpts.domain;

import org.jspecify.annotations.Nullable;

/**
 * A CPTS as it was declared, before any rule looked at it.
 *
 * @param name name in use
 * @param seatCommune INSEE code of the commune of the seat
 * @param legalForm free text
 * @param siret as written
 * @param caisse the CPAM of the seat, null for the usual one of its département
 */
public record CptsDeclaration(
    @Nullable String name,
    @Nullable String seatCommune,
    @Nullable String legalForm,
    @Nullable String siret,
    @Nullable String caisse) {}
