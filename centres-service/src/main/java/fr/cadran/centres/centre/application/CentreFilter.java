package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.ManagerKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of centres is narrowed to; null narrows nothing. At a past moment, the filters look
 * at what was true then.
 *
 * @param departement INSEE code
 * @param region INSEE code
 * @param managerKind who runs the centre
 * @param specialty code of a specialty offered
 * @param text beginnings of words of the name, of the commune, of who runs it, or of the number;
 *     case and accents do not count
 * @param open whether the centre is open on the day
 * @param day on which openness and participation are looked at
 * @param programme of which the centre is a participant that day
 * @param readableProgrammes through which centres the caller may know who takes part
 * @param moment empty for the present
 */
public record CentreFilter(
    @Nullable String departement,
    @Nullable String region,
    @Nullable ManagerKind managerKind,
    @Nullable String specialty,
    @Nullable String text,
    @Nullable Boolean open,
    LocalDate day,
    @Nullable UUID programme,
    CentreReach readableProgrammes,
    Optional<Moment> moment) {}
