package fr.cadran.centres.centre.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry entry as it was declared, before any rule looked at it. The fields are those of {@link
 * Centre}.
 */
public record CentreDeclaration(
    @Nullable String finess,
    @Nullable String finessJuridique,
    @Nullable String siret,
    @Nullable String name,
    @Nullable ManagerKind managerKind,
    @Nullable String managerName,
    @Nullable String communeCode,
    @Nullable String address,
    @Nullable String director,
    @Nullable String medecinChef,
    @Nullable String phone,
    @Nullable List<String> specialties,
    @Nullable Map<String, Long> rooms,
    @Nullable Long dentalChairs,
    @Nullable Boolean imaging,
    @Nullable Boolean laboratory,
    @Nullable Boolean dentalCare,
    @Nullable Boolean priorityUrbanZone,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn) {}
