package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.synthesis.application.VisibleSynthesis;
import fr.cadran.indicators.synthesis.domain.Judgement;
import fr.cadran.indicators.synthesis.domain.LevierCount;
import fr.cadran.indicators.synthesis.domain.Outcome;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Centres by leviers, under anonymous numbers. */
@Schema(
    name = "SynthesisMatrix",
    description =
        "Matrice centres × leviers, sous numéros anonymes. — Centres by leviers, under anonymous"
            + " numbers.")
public record SynthesisMatrixResponse(
    @Schema(required = true) String programme,
    @Schema(required = true, examples = "2014-Q2") String quarter,
    @Schema(required = true, examples = "2012-Q4") String baselineQuarter,
    @Schema(required = true) List<LevierItem> leviers,
    @Schema(required = true) List<Row> rows) {
  private static final Rational FLAGGED_ABOVE = Rational.of(60, 100);

  /** A column with its shares. */
  @Schema(name = "MatrixLevier")
  public record LevierItem(
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.928571428571",
              description = "Validés ÷ centres. — Validated ÷ centres.")
          @Nullable BigDecimal validationRate,
      @Schema(required = true, nullable = true, examples = "1") @Nullable BigDecimal activationRate,
      @Schema(required = true, nullable = true, examples = "0.730769230769")
          @Nullable BigDecimal positiveRate,
      @Schema(
              required = true,
              description =
                  "Les parts au-dessus de 60 % : `VALIDATED_ABOVE_60` (des centres),"
                      + " `ACTIVATED_ABOVE_60` (des validés), `POSITIVE_ABOVE_60` (des activés). — The"
                      + " shares above 60%, of the centres, of the validated, of the activated.")
          List<String> flags) {}

  /** A centre. */
  @Schema(name = "MatrixCentre")
  public record Row(
      @Schema(required = true, examples = "7") int anonymousNumber,
      @Schema(
              required = true,
              nullable = true,
              examples = "930012345",
              description =
                  "Nul hors de votre périmètre, comme le nom. — Null out of your reach, like the name.")
          @Nullable String centre,
      @Schema(required = true, nullable = true, examples = "Centre municipal de santé")
          @Nullable String name,
      @Schema(
              required = true,
              description =
                  "Un état par levier, dans l'ordre des colonnes. — One state a levier, in the order of"
                      + " the columns.")
          List<Cell> cells) {}

  /** A levier of a centre. */
  @Schema(name = "MatrixCell")
  public record Cell(
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(
              required = true,
              enumeration = {"NEITHER", "VALIDATED", "ACTIVATED", "POSITIVE"},
              description = "`NEITHER` : ni validé ni activé. — Neither validated nor activated.")
          String state) {}

  static SynthesisMatrixResponse of(VisibleSynthesis visible) {
    ProgrammeSynthesis synthesis = visible.synthesis();
    return new SynthesisMatrixResponse(
        synthesis.programme().id(),
        synthesis.quarter().toString(),
        synthesis.programme().baseline().toString(),
        synthesis.programme().leviers().stream()
            .map(levier -> column(levier, synthesis.count(levier)))
            .toList(),
        synthesis.cohort().stream().map(participation -> row(participation, visible)).toList());
  }

  private static LevierItem column(Levier levier, LevierCount count) {
    List<String> flags = new ArrayList<>();
    flag(flags, "VALIDATED_ABOVE_60", count.validationRate());
    flag(flags, "ACTIVATED_ABOVE_60", count.activationRate());
    flag(flags, "POSITIVE_ABOVE_60", count.positiveRate());
    return new LevierItem(
        levier.name(),
        ProgrammeSynthesisResponse.decimal(count.validationRate()),
        ProgrammeSynthesisResponse.decimal(count.activationRate()),
        ProgrammeSynthesisResponse.decimal(count.positiveRate()),
        List.copyOf(flags));
  }

  private static void flag(List<String> flags, String flag, Optional<Rational> rate) {
    if (isFlagged(rate)) {
      flags.add(flag);
    }
  }

  static boolean isFlagged(Optional<Rational> rate) {
    return rate.isPresent() && rate.get().compareTo(FLAGGED_ABOVE) > 0;
  }

  private static Row row(Participation participation, VisibleSynthesis visible) {
    KnownCentre named = visible.named().get(participation.centre());
    return new Row(
        participation.anonymousNumber(),
        named == null ? null : named.finess().value(),
        named == null ? null : named.name(),
        visible.synthesis().of(participation).stream().map(SynthesisMatrixResponse::cell).toList());
  }

  private static Cell cell(Judgement judgement) {
    return new Cell(judgement.levier().name(), state(judgement.outcome()));
  }

  private static String state(Outcome outcome) {
    return switch (outcome) {
      case NOT_RETAINED -> "NEITHER";
      case VALIDATED -> "VALIDATED";
      case POSITIVE -> "POSITIVE";
      case NOT_POSITIVE, UNDECIDABLE -> "ACTIVATED";
    };
  }
}
