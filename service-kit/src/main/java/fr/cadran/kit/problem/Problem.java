package fr.cadran.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The one shape of every refusal (RFC 9457, {@code application/problem+json}). */
@Schema(
    name = "Problem",
    description =
        "Refus, forme RFC 9457. `code` est stable et documenté. — A refusal in RFC 9457 form;"
            + " `code` is stable and documented.")
public record Problem(
    @Schema(
            required = true,
            format = "uri",
            description = "Documentation du code. — Where the code is documented.")
        String type,
    @Schema(required = true) String title,
    @Schema(required = true, minimum = "400", maximum = "599") int status,
    @Schema(required = true) String detail,
    @Schema(required = true, description = "Chemin demandé. — The requested path.") String instance,
    @Schema(required = true, examples = "STALE_ETAG") String code,
    @Schema(required = true, description = "Lieu de chaque faute. — The place of each fault.")
        List<Entry> errors,
    @Schema(
            required = true,
            description = "À donner au support ; relie aux journaux. — Give it to the support.")
        String traceId) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One fault and its place. */
  @Schema(name = "ProblemEntry")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      @Schema(
              required = true,
              description = "JSON Pointer (RFC 6901) ; vide : tout le corps. — Empty: whole body.")
          String pointer,
      @Schema(required = true) String code,
      @Schema(required = true) String detail,
      @Schema(
              description =
                  "Pour un avertissement : la valeur à renvoyer dans `acknowledgedWarnings`. — For"
                      + " a warning: what to send back in `acknowledgedWarnings`.")
          @Nullable String acknowledgement,
      @Schema(
              description = "Feuille du fichier reçu. — Sheet of the file that was sent.",
              examples = "2 Patients")
          @Nullable String sheet,
      @Schema(
              minimum = "1",
              description = "Ligne du fichier reçu. — Line of the file that was sent.",
              examples = "6")
          @Nullable Integer line,
      @Schema(
              description = "Colonne du fichier reçu. — Column of the file that was sent.",
              examples = "D")
          @Nullable String column) {}
}
