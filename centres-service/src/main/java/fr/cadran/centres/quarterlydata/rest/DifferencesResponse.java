package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.ContentDifference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What two submitted versions give differently, field by field, in the order of the grid. */
@Schema(name = "Differences")
record DifferencesResponse(
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true, description = "Version comparée. — Compared version.", examples = "2")
        int version,
    @Schema(required = true, description = "Version de départ. — Starting version.", examples = "1")
        int against,
    @Schema(required = true) List<Difference> differences) {

  /** One field; null means that a version says nothing about it. */
  @Schema(name = "Difference")
  record Difference(
      @Schema(required = true, examples = "patients.passages") String path,
      @Schema(nullable = true, examples = "1500") @Nullable Object before,
      @Schema(nullable = true, examples = "1400") @Nullable Object after) {}

  static DifferencesResponse of(
      String quarter, int version, int against, List<ContentDifference> differences) {
    return new DifferencesResponse(
        quarter,
        version,
        against,
        differences.stream()
            .map(found -> new Difference(found.path(), found.before(), found.after()))
            .toList());
  }
}
