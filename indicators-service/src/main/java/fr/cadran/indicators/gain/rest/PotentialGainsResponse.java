package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.application.StoredGain;
import fr.cadran.indicators.value.domain.RecordSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The potential gains of a centre. */
@Schema(
    name = "PotentialGains",
    description = "Gains potentiels d'un centre. — Potential gains of a centre.")
public record PotentialGainsResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Adresse de la page suivante. — Address of the next page.")
        @Nullable String next) {

  /** The gain of one levier for one quarter. */
  @Schema(name = "PotentialGain")
  public record Item(
      @Schema(required = true) UUID id,
      @Schema(required = true, examples = "930012345") String centre,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true) GainResponse gain,
      @Schema(required = true) List<Source> inputs,
      @Schema(required = true) Instant computedAt,
      @Schema(required = true, nullable = true) @Nullable Instant supersededAt) {}

  /** A record that was read. */
  @Schema(name = "GainSource")
  public record Source(
      @Schema(required = true, examples = "quarterly-data") String source,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, minimum = "1") int version) {
    static Source of(RecordSource source) {
      return new Source(source.source(), source.quarter().toString(), source.version());
    }
  }

  static Item item(StoredGain stored) {
    return new Item(
        stored.id(),
        stored.centre().value(),
        stored.quarter().toString(),
        GainResponse.of(stored.gain()),
        stored.of().inputs().stream().map(Source::of).toList(),
        stored.knownFrom(),
        stored.knownUntil());
  }
}
