package fr.cadran.centres.specialty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole list of specialties. */
@Schema(name = "Specialties")
record SpecialtiesResponse(@Schema(required = true) List<Specialty> items) {

  /** One specialty. */
  @Schema(name = "Specialty")
  record Specialty(
      @Schema(required = true, examples = "MEDECINE_GENERALE") String code,
      @Schema(required = true, examples = "Médecine générale") String labelFr,
      @Schema(required = true, examples = "General medicine") String labelEn,
      @Schema(
              required = true,
              description = "Texte d'où vient l'entrée. — Where the entry comes from.",
              examples = "seed 000, ANNEXE II")
          String source) {}
}
