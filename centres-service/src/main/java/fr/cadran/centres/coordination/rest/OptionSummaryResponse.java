package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.Commitment;
import fr.cadran.centres.coordination.domain.NursingHalf;
import fr.cadran.centres.coordination.domain.NursingYear;
import fr.cadran.centres.coordination.domain.OptionActivity;
import fr.cadran.centres.coordination.domain.OptionAmount;
import fr.cadran.centres.coordination.domain.OptionSummary;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is due, against what was received. */
@Schema(name = "OptionSummary")
record OptionSummaryResponse(
    @Schema(required = true) LocalDate on,
    @Schema(required = true) List<Line> lines,
    @Schema(required = true) List<Year> years,
    @Schema(required = true) Nursing nursing,
    @Schema(
            required = true,
            description =
                "Volet infirmier : chaque moitié depuis l'entrée dans l'option. — Nursing: each half"
                    + " since joining.")
        List<NursingPart> nursingHalves,
    @Schema(
            required = true,
            description =
                "Chiffres du rapport d'activité annuel. — Figures of the yearly activity report.")
        List<Activity> activity) {

  /** Halves of one year, volet and amount. */
  @Schema(name = "OptionLine")
  record Line(
      @Schema(required = true, description = "Année d'échéance. — Year in which they fall due.")
          int year,
      @Schema(required = true) VoletOption volet,
      @Schema(
              required = true,
              description =
                  "1 : à l'adhésion ou au renouvellement ; 2 : un an après. — 1: at membership or"
                      + " renewal; 2: one year later.")
          int half,
      @Schema(required = true) int count,
      @Schema(nullable = true, examples = "23.00") @Nullable BigDecimal each,
      @Schema(nullable = true, examples = "3450.00") @Nullable BigDecimal amount,
      @Schema(nullable = true, examples = "TO_VERIFY") @Nullable String missingReason,
      @Schema(
              nullable = true,
              description = "Montant annuel et son texte. — Yearly amount and its text.")
          @Nullable AmountResponse yearly,
      @Schema(
              required = true,
              description = "Le calcul. — The computation.",
              examples = "150 × 23.00 = 3450.00 (1/2 : 46.00)")
          String explanation) {}

  /** Sums of a calendar year. */
  @Schema(name = "OptionYear")
  record Year(
      @Schema(required = true) int year,
      @Schema(required = true, examples = "3450.00") BigDecimal due,
      @Schema(
              required = true,
              description =
                  "Lignes sans montant, absentes de `due`. — Lines without an amount, absent from"
                      + " `due`.")
          int linesWithoutAmount,
      @Schema(
              nullable = true,
              description = "Déclaré dans les recueils soumis. — Declared in submitted quarters.")
          @Nullable BigDecimal received,
      @Schema(nullable = true, description = "`due` − `received`.") @Nullable BigDecimal difference,
      @Schema(nullable = true, examples = "NOT_DECLARED") @Nullable String missingReason) {}

  /** A year of the nursing volet. */
  @Schema(name = "OptionNursingYear")
  record Nursing(
      @Schema(nullable = true, examples = "2014-Q1") @Nullable String quarter,
      @Schema(
              nullable = true,
              description =
                  "ETP infirmiers de la dernière année civile connue. — Nursing FTE of the last known"
                      + " calendar year.",
              examples = "4")
          @Nullable BigDecimal fte,
      @Schema(nullable = true, description = "La tranche. — The bracket.")
          @Nullable AmountResponse yearly,
      @Schema(
              nullable = true,
              description = "À l'entrée dans l'option. — At joining.",
              examples = "6464.00")
          @Nullable BigDecimal first,
      @Schema(
              nullable = true,
              description =
                  "Après un an, contre la fiche d'engagement et le rapport d'activité. — After one"
                      + " year, on the commitment form and the activity report.",
              examples = "6464.00")
          @Nullable BigDecimal second,
      @Schema(nullable = true, examples = "FTE_NOT_DECLARED") @Nullable String missingReason) {}

  /** Half of a year of the nursing volet. */
  @Schema(name = "OptionNursingHalf")
  record NursingPart(
      @Schema(required = true) LocalDate yearStartsOn,
      @Schema(
              required = true,
              description =
                  "1 : à l'entrée et à chaque anniversaire ; 2 : un an après. — 1: at joining and at"
                      + " each anniversary; 2: one year later.")
          int half,
      @Schema(
              required = true,
              description =
                  "`DUE`, `NOT_YET`, ou `AWAITS_DOCUMENTS` : `awaited` n'est pas remis. — … or what"
                      + " is awaited was not delivered.")
          NursingHalf.State state,
      @Schema(
              required = true,
              description =
                  "Due depuis ce jour ; au plus tôt ce jour tant qu'elle ne l'est pas. — Due since"
                      + " this day; at the earliest on this day while it is not.")
          LocalDate dueOn,
      @Schema(required = true, examples = "[\"NURSING_ACTIVITY_REPORT\"]") List<Commitment> awaited,
      @Schema(nullable = true, examples = "2014-Q1") @Nullable String quarter,
      @Schema(nullable = true, examples = "4") @Nullable BigDecimal fte,
      @Schema(nullable = true, description = "La tranche. — The bracket.")
          @Nullable AmountResponse yearly,
      @Schema(nullable = true, examples = "6464.00") @Nullable BigDecimal amount,
      @Schema(nullable = true, examples = "FTE_NOT_DECLARED") @Nullable String missingReason) {}

  /** Memberships of a volet in a calendar year. */
  @Schema(name = "OptionActivity")
  record Activity(
      @Schema(required = true, examples = "2014") int year,
      @Schema(required = true) VoletOption volet,
      @Schema(required = true, description = "Adhésions. — Memberships begun.") int joined,
      @Schema(required = true, description = "Renouvellements. — Renewals.") int renewed,
      @Schema(required = true, description = "Départs. — Memberships ended.") int ended,
      @Schema(
              required = true,
              description =
                  "Adhérents en fin d'année, ou au jour demandé. — Members at the end of the year, or"
                      + " on the day.")
          int members) {}

  static OptionSummaryResponse of(OptionSummary summary) {
    return new OptionSummaryResponse(
        summary.on(),
        summary.lines().stream().map(OptionSummaryResponse::line).toList(),
        summary.years().stream().map(OptionSummaryResponse::year).toList(),
        nursing(summary.nursing()),
        summary.nursingHalves().stream().map(OptionSummaryResponse::half).toList(),
        summary.activity().stream().map(OptionSummaryResponse::activity).toList());
  }

  private static NursingPart half(NursingHalf half) {
    OptionAmount yearly = half.sums().yearly();
    return new NursingPart(
        half.yearStartsOn(),
        half.half(),
        half.state(),
        half.dueOn(),
        half.awaited(),
        half.sums().quarter(),
        half.sums().fte(),
        yearly == null ? null : AmountResponse.of(yearly),
        decimal(half.amount()),
        half.sums().missingReason());
  }

  private static Activity activity(OptionActivity year) {
    return new Activity(
        year.year(), year.volet(), year.joined(), year.renewed(), year.ended(), year.members());
  }

  private static Nursing nursing(NursingYear nursing) {
    OptionAmount yearly = nursing.yearly();
    return new Nursing(
        nursing.quarter(),
        nursing.fte(),
        yearly == null ? null : AmountResponse.of(yearly),
        decimal(nursing.first()),
        decimal(nursing.second()),
        nursing.missingReason());
  }

  private static Line line(OptionSummary.Line line) {
    OptionAmount yearly = line.yearly();
    return new Line(
        line.year(),
        line.volet(),
        line.half(),
        line.count(),
        decimal(line.each()),
        decimal(line.amount()),
        line.missingReason(),
        yearly == null ? null : AmountResponse.of(yearly),
        line.amount() == null || yearly == null
            ? line.count() + " × ? : " + line.missingReason()
            : "%d × %s = %s (%d/2 : %s)"
                .formatted(line.count(), line.each(), line.amount(), line.half(), yearly.amount()));
  }

  private static Year year(OptionSummary.Year year) {
    Euros received = year.received();
    return new Year(
        year.year(),
        year.due().amount(),
        year.linesWithoutAmount(),
        decimal(received),
        received == null ? null : year.due().minus(received).amount(),
        year.missingReason());
  }

  private static @Nullable BigDecimal decimal(@Nullable Euros euros) {
    return euros == null ? null : euros.amount();
  }
}
