package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of evidence, without its bytes. */
@Schema(name = "EvidenceFile")
record EvidenceFileResponse(
    @Schema(
            required = true,
            description =
                "SHA-256 du fichier : le `fileHash` des résultats. — SHA-256 of the file: the"
                    + " `fileHash` of results.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,
    @Schema(required = true, examples = "Bilan annuel") String label,
    @Schema(required = true, examples = "application/pdf") String contentType,
    @Schema(required = true, minimum = "1", description = "En octets. — In bytes.") int size,
    @Schema(required = true) Instant uploadedAt) {
  static EvidenceFileResponse of(EvidenceFile file) {
    return new EvidenceFileResponse(
        file.hash(), file.label(), file.type().mediaType(), file.size(), file.uploadedAt());
  }
}
