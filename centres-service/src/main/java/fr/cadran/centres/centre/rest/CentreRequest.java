package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.ManagerKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A registry entry as its declarer writes it. */
@Schema(name = "CentreDeclaration")
record CentreRequest(
    @Schema(
            required = true,
            description =
                "Numéro FINESS géographique, espaces permis. — FINESS number of the place, spaces"
                    + " allowed.",
            examples = "930012345")
        @Nullable String finess,
    @Schema(
            required = true,
            description = "Numéro FINESS juridique. — FINESS number of the legal entity.",
            examples = "930000001")
        @Nullable String finessJuridique,
    @Schema(description = "SIRET, 14 chiffres. — SIRET, 14 digits.", examples = "35600000000048")
        @Nullable String siret,
    @Schema(required = true, maxLength = 250, examples = "Centre municipal de santé Les Moulins")
        @Nullable String name,
    @Schema(required = true, description = "Type de gestionnaire. — Kind of manager.")
        @Nullable ManagerKind managerKind,
    @Schema(maxLength = 250, examples = "Commune de Saint-Denis") @Nullable String managerName,
    @Schema(
            required = true,
            description =
                "Code INSEE de la commune, pas le code postal. — INSEE code, not the postal code.",
            examples = "93066")
        @Nullable String communeCode,
    @Schema(maxLength = 250) @Nullable String address,
    @Schema(maxLength = 250) @Nullable String director,
    @Schema(maxLength = 250) @Nullable String medecinChef,
    @Schema(examples = "+33 1 49 33 00 00") @Nullable String phone,
    @Schema(
            required = true,
            minItems = 1,
            description = "Codes de `/v1/specialties`. — Codes of `/v1/specialties`.",
            examples = "[\"MEDECINE_GENERALE\", \"DENTAIRE\"]")
        @Nullable List<String> specialties,
    @Schema(
            description =
                "Cabinets par spécialité ; `multi` : partagés. — Rooms per specialty; `multi`:"
                    + " shared ones.",
            examples = "{\"multi\": 2, \"MEDECINE_GENERALE\": 4}")
        @Nullable Map<String, Long> rooms,
    @Schema(minimum = "0", description = "Fauteuils dentaires. — Dental chairs.")
        @Nullable Long dentalChairs,
    @Nullable Boolean imaging,
    @Nullable Boolean laboratory,
    @Nullable Boolean dentalCare,
    @Schema(description = "Situé en quartier prioritaire (ZUS, QPV). — In a priority urban zone.")
        @Nullable Boolean priorityUrbanZone,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Schema(
            description =
                "Premier jour où cette entrée est vraie. Par défaut : aujourd'hui ; à l'inscription,"
                    + " l'ouverture. Un jour passé corrige le passé. — First day on which this entry"
                    + " is true. By default today; at registration, the opening. A past day corrects"
                    + " the past.",
            examples = "2013-09-01")
        @Nullable LocalDate effectiveFrom) {

  CentreDeclaration toDeclaration() {
    return new CentreDeclaration(
        finess,
        finessJuridique,
        siret,
        name,
        managerKind,
        managerName,
        communeCode,
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
        closedOn);
  }
}
