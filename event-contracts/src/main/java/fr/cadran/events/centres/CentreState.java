package fr.cadran.events.centres;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A centre de santé as the registry knows it, whole: each message replaces the one before.
 *
 * @param finess FINESS number of the site (nine digits); also the key of the message
 * @param version counts the changes of this centre from 1; a lower one than known is out of date
 * @param finessJuridique FINESS number of the legal entity that runs it (nine digits)
 * @param siret SIRET of the establishment (fourteen digits), null when not known
 * @param name name in use
 * @param managerKind kind of managing body, e.g. {@code MUNICIPAL}
 * @param communeCode INSEE code of the commune (five characters)
 * @param departement code of the département (two or three characters), which decides who may read
 * @param region INSEE code of the région (two digits), which decides who may read
 * @param specialties codes of the specialties offered, e.g. {@code MEDECINE_GENERALE}
 * @param rooms number of consultation rooms by specialty code, or {@code multi} for those shared by
 *     several disciplines
 * @param openedOn first day of activity, null when not known
 * @param closedOn last day of activity, null while the centre is open
 * @param successor FINESS number of the centre that took its place in a merger, null without one
 */
public record CentreState(
    String finess,
    long version,
    String finessJuridique,
    @Nullable String siret,
    String name,
    String managerKind,
    String communeCode,
    String departement,
    String region,
    List<String> specialties,
    Map<String, Integer> rooms,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String successor) {

  public CentreState {
    specialties = List.copyOf(specialties);
    rooms = Map.copyOf(rooms);
  }
}
