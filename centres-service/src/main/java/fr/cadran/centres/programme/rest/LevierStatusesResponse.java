package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.application.CountedStatuses;
import fr.cadran.centres.programme.domain.LevierCode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far each levier of a programme has come in its cohort. */
@Schema(name = "LevierStatuses")
record LevierStatusesResponse(@Schema(required = true) List<Count> items) {

  /** One levier. */
  @Schema(name = "LevierStatusCount")
  record Count(
      @Schema(required = true) LevierCode levier,
      @Schema(
              required = true,
              description =
                  "Centres qui l'ont validé, activé ou non. — Validated, activated or not.")
          int validated,
      @Schema(required = true) int activated,
      @Schema(required = true, description = "Résultats contredits par l'ARS. — Overruled.")
          int overruled,
      @Schema(
              required = true,
              description =
                  "Numéros anonymes de ceux qui l'ont activé. — Anonymous numbers of those who"
                      + " activated it.")
          List<Integer> activatedBy,
      @Schema(
              required = true,
              description =
                  "Numéros de ceux qui l'ont validé sans l'activer. — Numbers of those who"
                      + " validated it only.")
          List<Integer> validatedOnlyBy) {}

  static LevierStatusesResponse of(List<CountedStatuses> counts) {
    return new LevierStatusesResponse(
        counts.stream()
            .map(one ->
                new Count(
                    one.levier(),
                    one.activatedBy().size() + one.validatedOnlyBy().size(),
                    one.activatedBy().size(),
                    one.overruled(),
                    one.activatedBy(),
                    one.validatedOnlyBy()))
            .toList());
  }
}
