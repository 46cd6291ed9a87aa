package fr.cadran.indicators.practitionerrecap.rest;

import fr.cadran.indicators.practitionerrecap.application.MakePractitionerRecaps;
import fr.cadran.indicators.practitionerrecap.domain.PractitionerQuarter;
import fr.cadran.indicators.practitionerrecap.domain.PractitionerRecap;
import fr.cadran.indicators.practitionerrecap.domain.RecapFigure;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The yearly recaps of the practitioners of a centre. */
@Schema(
    name = "PractitionerRecaps",
    description = "Bilans annuels par praticien (ANNEXE VII). — Yearly recaps by practitioner.")
public record PractitionerRecapsResponse(
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true, examples = "2013") int year,
    @Schema(
            required = true,
            description =
                "Trimestres que le centre n'a pas transmis. — Quarters that the centre did not"
                    + " submit.")
        List<String> missingQuarters,
    @Schema(required = true) List<Recap> practitioners) {

  private static final int CENTS = 2;

  /** The year of a practitioner. */
  @Schema(name = "PractitionerRecap")
  public record Recap(
      @Schema(
              required = true,
              examples = "p1",
              description = "Pseudonyme choisi par le centre. — Pseudonym that the centre chose.")
          String practitioner,
      @Schema(required = true) List<QuarterItem> quarters,
      @Schema(
              required = true,
              description =
                  "Trimestres sans rien de ce praticien, hors des sommes. — Quarters with nothing of"
                      + " this practitioner, not in the sums.")
          List<String> missingQuarters,
      @Schema(required = true) Figure medicalHours,
      @Schema(required = true) Figure acts,
      @Schema(required = true) Figure revenue,
      @Schema(required = true) Figure revenuePerHour,
      @Schema(required = true) Figure actsPerHour,
      @Schema(required = true) Figure ccamShare) {
    static Recap of(PractitionerRecap recap) {
      return new Recap(
          recap.practitioner(),
          recap.quarters().stream().map(QuarterItem::of).toList(),
          texts(recap.missingQuarters()),
          Figure.of(recap.medicalHours()),
          Figure.of(recap.acts()),
          Figure.of(recap.revenue()),
          Figure.of(recap.revenuePerHour()),
          Figure.of(recap.actsPerHour()),
          // The grid asks for CCAM acts by specialty, never by practitioner.
          new Figure(null, "NOT_COLLECTED"));
    }
  }

  /** A quarter of a practitioner. */
  @Schema(name = "PractitionerRecapQuarter")
  public record QuarterItem(
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, minimum = "1") int version,
      @Schema(required = true, nullable = true, examples = "120.5")
          @Nullable BigDecimal medicalHours,
      @Schema(required = true, nullable = true, examples = "400") @Nullable BigDecimal acts,
      @Schema(
              required = true,
              nullable = true,
              examples = "300",
              description =
                  "Patients différents du trimestre ; ne s'additionnent jamais. — Distinct patients of"
                      + " the quarter; never summed.")
          @Nullable BigDecimal patients,
      @Schema(required = true, nullable = true, examples = "12050.00") @Nullable BigDecimal revenue,
      @Schema(required = true) Figure revenuePerHour,
      @Schema(required = true) Figure actsPerHour) {
    static QuarterItem of(PractitionerQuarter row) {
      return new QuarterItem(
          row.quarter().toString(),
          row.version(),
          decimal(row.medicalHours()),
          decimal(row.acts()),
          decimal(row.patients()),
          decimal(row.revenue()),
          Figure.of(row.revenuePerHour()),
          Figure.of(row.actsPerHour()));
    }
  }

  /** A figure, or the reason why there is none. */
  @Schema(name = "PractitionerRecapFigure")
  public record Figure(
      @Schema(
              required = true,
              nullable = true,
              examples = "100.00",
              description = "Arrondi à deux décimales. — Rounded to two decimals.")
          @Nullable BigDecimal value,
      @Schema(required = true, nullable = true, examples = "MISSING_INPUT: acts 2013-Q2")
          @Nullable String missingReason) {
    static Figure of(RecapFigure figure) {
      return new Figure(decimal(figure.value()), figure.missingReason());
    }
  }

  static PractitionerRecapsResponse of(
      Finess centre, int year, MakePractitionerRecaps.Recaps recaps) {
    return new PractitionerRecapsResponse(
        centre.value(),
        year,
        texts(recaps.missingQuarters()),
        recaps.recaps().stream().map(Recap::of).toList());
  }

  private static List<String> texts(List<Quarter> quarters) {
    return quarters.stream().map(Quarter::toString).toList();
  }

  private static @Nullable BigDecimal decimal(@Nullable Rational value) {
    return value == null ? null : value.round(CENTS);
  }
}
