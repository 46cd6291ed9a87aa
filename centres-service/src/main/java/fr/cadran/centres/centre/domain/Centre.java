package fr.cadran.centres.centre.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Siret;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry entry of a centre de santé (centres.md §2). Made by {@link CentreRules} only from
 * what satisfies the rules.
 *
 * @param finess FINESS number of the place (EG), which identifies the centre
 * @param finessJuridique FINESS number of the legal entity (EJ)
 * @param siret SIRET of the establishment, null when not known
 * @param name name of the centre
 * @param managerKind who runs it
 * @param managerName name of who runs it
 * @param location commune, département and région
 * @param address postal address in one line
 * @param director name of the director
 * @param medecinChef name of the médecin chef
 * @param phone public phone number
 * @param specialties codes of the specialties offered, at least one
 * @param rooms rooms per specialty, and {@value #MULTI_DISCIPLINE} for those shared by several
 * @param dentalChairs dental chairs (fauteuils)
 * @param imaging whether the centre does imaging, null when not known
 * @param laboratory whether it has a laboratory, null when not known
 * @param dentalCare whether it does dental care, null when not known
 * @param priorityUrbanZone whether it lies in a priority urban zone (ZUS, then QPV)
 * @param openedOn first day of the centre
 * @param closedOn last day of the centre, null while it is open
 */
public record Centre(
    Finess finess,
    Finess finessJuridique,
    @Nullable Siret siret,
    String name,
    ManagerKind managerKind,
    @Nullable String managerName,
    Location location,
    @Nullable String address,
    @Nullable String director,
    @Nullable String medecinChef,
    @Nullable String phone,
    List<String> specialties,
    Map<String, Long> rooms,
    @Nullable Long dentalChairs,
    @Nullable Boolean imaging,
    @Nullable Boolean laboratory,
    @Nullable Boolean dentalCare,
    @Nullable Boolean priorityUrbanZone,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn) {

  /** The key of {@code rooms} for rooms that several specialties share. */
  public static final String MULTI_DISCIPLINE = "multi";

  public Centre {
    specialties = List.copyOf(specialties);
    rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
  }

  /** The same with a last day. */
  Centre closedOn(LocalDate lastDay) {
    return new Centre(
        finess,
        finessJuridique,
        siret,
        name,
        managerKind,
        managerName,
        location,
        address,
        director,
        medecinChef,
        phone,
        specialties,
        rooms,
        dentalChairs,
        imaging,
        laboratory,
        dentalCare,
        priorityUrbanZone,
        openedOn,
        lastDay);
  }
}
