package fr.cadran.centres.completeness.rest;

import fr.cadran.centres.completeness.application.CompletenessFilter;
import fr.cadran.centres.rule.application.QuarterParameter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which centres and which quarter are measured. */
public class CompletenessQuery {
  private static final String CODE = "[0-9AB]{2,3}";

  @Parameter(
      description = "Trimestre mesuré. — Quarter to measure.",
      example = "2013-Q3",
      required = true)
  @QueryParam("quarter")
  @NotNull String quarter = "";

  @Parameter(description = "Département, code INSEE. — Département, INSEE code.", example = "93")
  @QueryParam("departement")
  @Pattern(regexp = CODE) @Nullable String departement;

  @Parameter(description = "Région, code INSEE. — Région, INSEE code.", example = "11")
  @QueryParam("region")
  @Pattern(regexp = CODE) @Nullable String region;

  @Parameter(
      description =
          "Programme : seuls comptent les centres de sa cohorte, tels qu'ils y étaient au moins un jour"
              + " du trimestre. — Programme: only the centres of its cohort count, as they took part on"
              + " at least one day of the quarter.",
      example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90")
  @QueryParam("programme")
  @Nullable UUID programme;

  CompletenessFilter filter() {
    return new CompletenessFilter(QuarterParameter.read(quarter), departement, region, programme);
  }
}
