package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.RegisterCpts;
import fr.cadran.contracts.cpts.domain.CptsDeclaration;
import fr.cadran.contracts.cpts.domain.CptsStage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The entry of a CPTS as the ARS revises it. */
@Schema(name = "CptsDeclaration")
record CptsRequest(
    @Schema(required = true, maxLength = 250, examples = "CPTS de la Plaine") @Nullable String name,
    @Schema(
            required = true,
            description = "Code INSEE de la commune du siège. — INSEE code of the seat's commune.",
            examples = "93066")
        @Nullable String seatCommune,
    @Schema(maxLength = 250, examples = "Association loi 1901") @Nullable String legalForm,
    @Schema(description = "SIRET, 14 chiffres. — SIRET, 14 digits.", examples = "35600000000048")
        @Nullable String siret,
    @Schema(
            description =
                "CPAM du siège, trois chiffres ; à défaut celle du département (931 pour 93). — CPAM"
                    + " of the seat, three digits; by default that of the département (931 for 93).",
            examples = "931")
        @Nullable String caisse) {

  CptsDeclaration toDeclaration() {
    return new CptsDeclaration(name, seatCommune, legalForm, siret, caisse);
  }

  /** A CPTS to be registered. */
  @Schema(name = "CptsRegistration")
  record Registration(
      @Schema(
              description =
                  "Identifiant choisi par l'agence, pour inscrire sans doublon ; à défaut la"
                      + " plateforme en tire un. — Identifier chosen by the agency, to register"
                      + " without doubles; by default the platform draws one.",
              examples = "5ecad2a0-0000-4000-8000-000000000093")
          @Nullable UUID id,
      @Schema(required = true, maxLength = 250, examples = "CPTS de la Plaine")
          @Nullable String name,
      @Schema(
              required = true,
              description =
                  "Code INSEE de la commune du siège. — INSEE code of the seat's commune.",
              examples = "93066")
          @Nullable String seatCommune,
      @Schema(maxLength = 250, examples = "Association loi 1901") @Nullable String legalForm,
      @Schema(description = "SIRET, 14 chiffres. — SIRET, 14 digits.", examples = "35600000000048")
          @Nullable String siret,
      @Schema(
              description =
                  "CPAM du siège, trois chiffres ; à défaut celle du département (931 pour 93). —"
                      + " CPAM of the seat, three digits; by default that of the département.",
              examples = "931")
          @Nullable String caisse,
      @Schema(
              description =
                  "Communes du territoire, s'il est connu. — Communes of the territory, when known.",
              examples = "[\"93066\", \"93027\"]")
          @Nullable List<@Nullable String> communes,
      @Schema(
              description =
                  "Étape d'une CPTS qui existe déjà, jusqu'à PROJET_VALIDE ; PRE_PROJET par défaut. —"
                      + " Stage of a CPTS that exists already, up to PROJET_VALIDE; PRE_PROJET by"
                      + " default.")
          @Nullable CptsStage stage,
      @Schema(description = "Depuis quand. — Since when.") @Nullable LocalDate stageSince) {

    RegisterCpts.Wish toWish() {
      return new RegisterCpts.Wish(
          id,
          new CptsDeclaration(name, seatCommune, legalForm, siret, caisse),
          communes,
          stage,
          stageSince);
    }
  }
}
