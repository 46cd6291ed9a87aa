package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What submitting the draft now would say. */
@Schema(name = "Checks")
record ChecksResponse(
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(
            required = true,
            description = "La soumission passerait-elle ? — Would the submission pass?")
        boolean accepted,
    @Schema(
            required = true,
            description =
                "Les `errors` que donnerait le refus. — The `errors` that the refusal would give.")
        List<Entry> errors,
    @Schema(
            required = true,
            description = "Avertissements assumés par cette demande. — Warnings acknowledged here.")
        List<Entry> acknowledged) {

  /** One finding, in the shape of the entries of a problem. */
  @Schema(name = "CheckEntry")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      @Schema(required = true, examples = "/patients/passages") String pointer,
      @Schema(required = true, examples = "OUT_OF_HISTORY") String code,
      @Schema(required = true) String detail,
      @Schema(
              description =
                  "Pour un avertissement : quoi renvoyer. — For a warning: what to send back.",
              examples = "OUT_OF_HISTORY:patients.passages")
          @Nullable String acknowledgement) {}
}
