package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.application.StoredGain;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.indicators.gain.domain.RowGain;
import fr.cadran.indicators.gain.domain.TotalGain;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The total gain of a quarter, with what is in it. */
@Schema(name = "TotalGain", description = "Gain total d'un trimestre. — Total gain of a quarter.")
public record TotalGainResponse(
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(
            required = true,
            nullable = true,
            examples = "12500.00",
            description =
                "Euros ; nul quand aucun levier n'a de gain. — Euros; null when no levier has a gain.")
        @Nullable BigDecimal total,
    @Schema(required = true, nullable = true, examples = "NO_LEVIER_HAS_A_GAIN")
        @Nullable String missingReason,
    @Schema(required = true) List<Counted> leviersInTotal,
    @Schema(required = true) List<LeftOut> leviersLeftOut,
    @Schema(required = true) Instant computedAt) {

  /** A levier in the total. */
  @Schema(name = "TotalGainLevier")
  public record Counted(
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(required = true, examples = "attendance-gap") String method,
      @Schema(required = true, examples = "10000.00") BigDecimal gain,
      @Schema(
              required = true,
              description =
                  "Spécialités sans gain, hors de la somme. — Specialties without a gain, not in the"
                      + " sum.")
          List<RowLeftOut> rowsLeftOut) {}

  /** A levier that is not in the total, and why. */
  @Schema(name = "TotalGainLevierLeftOut")
  public record LeftOut(
      @Schema(required = true, examples = "ACHATS") String levier,
      @Schema(required = true, examples = "NO_ROW_HAS_A_GAIN") String missingReason,
      @Schema(required = true) List<RowLeftOut> rows) {}

  /** A row without a gain. */
  @Schema(name = "TotalGainRowLeftOut")
  public record RowLeftOut(
      @Schema(
              required = true,
              examples = "DENTAIRE",
              description = "`CENTRE` : le centre entier. — `CENTRE`: the centre as a whole.")
          String specialty,
      @Schema(required = true, nullable = true, examples = "MISSING_INPUT: revenue")
          @Nullable String missingReason) {
    static RowLeftOut of(RowGain row) {
      String specialty = row.row().specialty();
      return new RowLeftOut(specialty == null ? "CENTRE" : specialty, row.missingReason());
    }
  }

  static TotalGainResponse of(Finess centre, Quarter quarter, List<StoredGain> gains) {
    TotalGain sum = TotalGain.of(gains.stream().map(StoredGain::gain).toList());
    Euros total = sum.total();
    return new TotalGainResponse(
        centre.value(),
        quarter.toString(),
        total == null ? null : total.amount(),
        total == null ? "NO_LEVIER_HAS_A_GAIN" : null,
        sum.counted().stream().map(TotalGainResponse::counted).toList(),
        sum.leftOut().stream()
            .map(out ->
                new LeftOut(
                    out.levier().name(),
                    out.reason(),
                    out.rows().stream().map(RowLeftOut::of).toList()))
            .toList(),
        gains.stream().map(StoredGain::knownFrom).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static Counted counted(PotentialGain gain) {
    return new Counted(
        gain.levier().name(),
        gain.method().code(),
        Objects.requireNonNull(gain.total()).amount(),
        gain.leftOut().stream().map(RowLeftOut::of).toList());
  }
}
