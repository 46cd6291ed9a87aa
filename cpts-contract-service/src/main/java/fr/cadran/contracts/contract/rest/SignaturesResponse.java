package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.Signatures;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The signatures under one exact text. */
@Schema(name = "Signatures")
record SignaturesResponse(
    @Schema(
            required = true,
            description = "SHA-256 du texte `canonical`. — SHA-256 of the text `canonical`.")
        String hash,
    @Schema(
            required = true,
            description =
                "Le texte exact qui est signé : JSON UTF-8, noms triés, décimaux exacts. — The exact"
                    + " text that is signed: JSON in UTF-8, sorted names, exact decimals.")
        String canonical,
    @Schema(required = true) List<One> items,
    @Schema(required = true, description = "Qui manque encore. — Who is still missing.")
        List<Party> missing) {

  static SignaturesResponse of(String hash, String canonical, Signatures signatures) {
    return new SignaturesResponse(hash, canonical, One.of(signatures), missing(signatures));
  }

  static List<Party> missing(Signatures signatures) {
    return Stream.of(Party.values()).filter(party -> !signatures.isBy(party)).toList();
  }

  /** A signature. */
  @Schema(name = "Signature")
  record One(
      @Schema(required = true) Party party,
      @Schema(required = true) String hash,
      @Schema(required = true) Instant signedAt) {
    static List<One> of(Signatures signatures) {
      return signatures.all().stream()
          .map(one -> new One(one.party(), one.hash(), one.signedAt()))
          .toList();
    }
  }
}
