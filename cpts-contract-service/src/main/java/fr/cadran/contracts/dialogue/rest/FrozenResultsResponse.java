package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.Dialogues;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The results that a dialogue froze, version by version. */
@Schema(name = "FrozenResults")
record FrozenResultsResponse(@Schema(required = true) List<Version> items) {

  static FrozenResultsResponse of(List<Dialogues.Frozen> frozen) {
    return new FrozenResultsResponse(
        frozen.stream()
            .map(one ->
                new Version(
                    one.resultsVersion(),
                    one.hash(),
                    one.canonical(),
                    one.closedAt(),
                    one.signatures().all().stream()
                        .map(signature ->
                            new DialogueResponse.SignatureItem(
                                signature.party(), signature.hash(), signature.signedAt()))
                        .toList()))
            .toList());
  }

  /** One version. */
  @Schema(name = "FrozenResultsVersion")
  record Version(
      @Schema(required = true, minimum = "1") int resultsVersion,
      @Schema(required = true) String hash,
      @Schema(required = true, description = "Le texte exact signé. — The exact signed text.")
          String canonical,
      @Schema(required = true) Instant closedAt,
      @Schema(required = true) List<DialogueResponse.SignatureItem> signatures) {}
}
