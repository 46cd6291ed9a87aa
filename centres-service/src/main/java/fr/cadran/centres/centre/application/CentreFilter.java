package fr.cadran.centres.centre.application;

import fr.cadran.centres.centre.domain.ManagerKind;
import org.jspecify.annotations.Nullable;

/**
 * What a list of centres is narrowed to; null narrows nothing.
 *
 * @param departement INSEE code
 * @param region INSEE code
 * @param managerKind who runs the centre
 * @param specialty code of a specialty offered
 * @param text part of the name, of the commune's name or of the number, in any case
 */
public record CentreFilter(
    @Nullable String departement,
    @Nullable String region,
    @Nullable ManagerKind managerKind,
    @Nullable String specialty,
    @Nullable String text) {}
