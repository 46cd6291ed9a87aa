package fr.cadran.centres.quarterlydata.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The warnings that a submitter has read and stands by. */
@Schema(name = "Submission")
record SubmissionRequest(
    @Schema(
            maxItems = 1000,
            description =
                "Avertissements assumés, tels que les donne le refus (`acknowledgement`). —"
                    + " Warnings as the refusal gives them (`acknowledgement`).",
            examples = "[\"OUT_OF_HISTORY:patients.passages\"]")
        @Size(max = 1000) @Nullable List<@NotNull @Size(max = 200) String> acknowledgedWarnings) {

  List<String> acknowledgements() {
    return acknowledgedWarnings == null ? List.of() : acknowledgedWarnings;
  }
}
