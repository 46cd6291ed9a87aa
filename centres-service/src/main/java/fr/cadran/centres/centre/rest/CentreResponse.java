package fr.cadran.centres.centre.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.ManagerKind;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A centre of the registry. Fields that are not known are absent. */
@Schema(name = "Centre")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CentreResponse(
    @Schema(required = true, examples = "930012345") String finess,
    @Schema(
            required = true,
            description = "1 à la création, +1 à chaque révision. — 1 at first, +1 per revision.")
        long version,
    @Schema(required = true, examples = "930000001") String finessJuridique,
    @Nullable String siret,
    @Schema(required = true) String name,
    @Schema(required = true) ManagerKind managerKind,
    @Nullable String managerName,
    @Schema(required = true, examples = "93066") String communeCode,
    @Schema(required = true, examples = "Saint-Denis") String communeName,
    @Schema(required = true, examples = "93") String departement,
    @Schema(required = true, examples = "11") String region,
    @Nullable String address,
    @Nullable String director,
    @Nullable String medecinChef,
    @Nullable String phone,
    @Schema(required = true) List<String> specialties,
    @Schema(required = true, examples = "{\"multi\": 2, \"MEDECINE_GENERALE\": 4}")
        Map<String, Long> rooms,
    @Nullable Long dentalChairs,
    @Nullable Boolean imaging,
    @Nullable Boolean laboratory,
    @Nullable Boolean dentalCare,
    @Nullable Boolean priorityUrbanZone,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Schema(
            description =
                "Centre qui a pris la suite après une fusion. — Centre that took over in a merger.",
            examples = "930012352")
        @Nullable String successor,
    @Schema(
            required = true,
            description =
                "Premier jour où cette entrée est vraie. — First day on which this entry is true.")
        LocalDate effectiveFrom,
    @Schema(required = true) Instant registeredAt,
    @Schema(required = true) Instant changedAt,
    @Schema(
            description =
                "Réponses aux écritures seulement : ce qu'il faut revérifier. — In answers to"
                    + " writes only: what to look at again.")
        @Nullable List<Warning> warnings) {

  /** Something to look at again that refuses nothing. */
  @Schema(name = "CentreWarning")
  record Warning(
      @Schema(required = true, examples = "/finess") String pointer,
      @Schema(required = true, examples = "FINESS_CHECK_DIGIT") String code,
      @Schema(required = true) String detail) {}

  static CentreResponse of(RegisteredCentre registered, @Nullable List<Warning> warnings) {
    Centre centre = registered.centre();
    return new CentreResponse(
        centre.finess().value(),
        registered.version(),
        centre.finessJuridique().value(),
        centre.siret() == null ? null : centre.siret().value(),
        centre.name(),
        centre.managerKind(),
        centre.managerName(),
        centre.location().commune().value(),
        centre.location().communeName(),
        centre.location().departement(),
        centre.location().region(),
        centre.address(),
        centre.director(),
        centre.medecinChef(),
        centre.phone(),
        centre.specialties(),
        centre.rooms(),
        centre.dentalChairs(),
        centre.imaging(),
        centre.laboratory(),
        centre.dentalCare(),
        centre.priorityUrbanZone(),
        centre.openedOn(),
        centre.closedOn(),
        registered.successor() == null ? null : registered.successor().value(),
        registered.effectiveFrom(),
        registered.registeredAt(),
        registered.changedAt(),
        warnings);
  }
}
