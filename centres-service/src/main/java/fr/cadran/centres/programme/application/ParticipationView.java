package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.Participation;
import org.jspecify.annotations.Nullable;

/**
 * A participation as a caller may see it.
 *
 * @param participation whole
 * @param version of the programme
 * @param name of the centre, null when the caller may know its number alone
 */
public record ParticipationView(Participation participation, long version, @Nullable String name) {}
