package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.Siret;
import org.jspecify.annotations.Nullable;

/**
 * What the ARS keeps in the register about a CPTS, checked. The fields are those of {@link Cpts}.
 */
public record CptsEntry(
    String name, @Nullable String legalForm, @Nullable Siret siret, String caisse, Seat seat) {}
