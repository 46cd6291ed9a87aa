package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.catalogue.domain.Provenance;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures are those of the sheet in seed 000, ANNEXE VI, unless a test says otherwise. */
class NonVenueGainTest {
  private static GainRow row(
      String honoured,
      String withoutAppointment,
      String cancelled,
      String notHonoured,
      String revenue) {
    return row("MEDECINE_GENERALE", honoured, withoutAppointment, cancelled, notHonoured, revenue);
  }

  private static GainRow row(
      String specialty,
      String honoured,
      String withoutAppointment,
      String cancelled,
      String notHonoured,
      String revenue) {
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    put(figures, GainInput.HONOURED, honoured);
    put(figures, GainInput.WITHOUT_APPOINTMENT, withoutAppointment);
    put(figures, GainInput.CANCELLED, cancelled);
    put(figures, GainInput.NOT_HONOURED, notHonoured);
    put(figures, GainInput.REVENUE, revenue);
    return new GainRow(specialty, figures);
  }

  private static void put(Map<GainInput, Rational> figures, GainInput input, String value) {
    if (value != null) {
      figures.put(input, Rational.of(new BigDecimal(value)));
    }
  }

  private static final GainRow SHEET = row("1200", "300", "110", "100", "100000.00");

  private static PotentialGain gain(GainMethod method, GainRow... rows) {
    return GainCalculator.calculate(method, Period.YEAR, Map.of(), List.of(rows));
  }

  private static RowGain only(GainMethod method, GainRow row) {
    return gain(method, row).rows().getFirst();
  }

  private static GainStep step(RowGain gain, String name) {
    return gain.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void bao_2014_gives_the_82907_80_euros_of_the_sheet() {
    PotentialGain gain = gain(GainMethod.BAO_2014, SHEET);
    assertThat(gain.total()).isEqualTo(Euros.of("82907.80"));
    assertThat(gain.levier()).isEqualTo(Levier.NON_VENUE);
    assertThat(gain.method()).isEqualTo(GainMethod.BAO_2014);
    assertThat(gain.period()).isEqualTo(Period.YEAR);
    assertThat(gain.missingReason()).isNull();
    RowGain row = gain.rows().getFirst();
    assertThat(row.gain()).isEqualTo(Euros.of("82907.80"));
    assertThat(row.unrounded()).isEqualTo(Rational.of(11690000, 141)).hasToString("11690000/141");
    assertThat(row.formula())
        .isEqualTo(
            "max(0 ; recettes × (cible − rdvNonHonores ÷ (rdvHonores + rdvAnnules +"
                + " rdvNonHonores)))");
    assertThat(row.substituted())
        .isEqualTo("max(0 ; 100000.00 × (90 % − 100 ÷ (1200 + 110 + 100)))");
    assertThat(row.warnings()).isEmpty();
    assertThat(row.missingReason()).isNull();
    assertThat(row.row()).isEqualTo(SHEET);
  }

  @Test
  void bao_2014_shows_the_columns_of_the_sheet() {
    RowGain row = only(GainMethod.BAO_2014, SHEET);
    assertThat(row.steps())
        .extracting(GainStep::name)
        .containsExactly("rdvRealises", "partAnnules", "partNonHonores", "ecart");
    assertThat(step(row, "rdvRealises").value()).isEqualTo(Rational.of(1500));
    assertThat(step(row, "partAnnules").rounded()).isEqualTo(new BigDecimal("0.0780"));
    assertThat(step(row, "partNonHonores").rounded()).isEqualTo(new BigDecimal("0.0709"));
    assertThat(step(row, "ecart").rounded()).isEqualTo(new BigDecimal("0.8291"));
    assertThat(step(row, "ecart").substituted()).isEqualTo("90 % − 100 ÷ (1200 + 110 + 100)");
    assertThat(step(row, "ecart").formula())
        .isEqualTo("cible − rdvNonHonores ÷ (rdvHonores + rdvAnnules + rdvNonHonores)");
  }

  @Test
  void attendance_gap_gives_nothing_where_attendance_is_above_the_target() {
    RowGain row = only(GainMethod.ATTENDANCE_GAP, SHEET);
    assertThat(row.gain()).isEqualTo(Euros.of("0.00"));
    assertThat(step(row, "assiduite").value()).isEqualTo(Rational.of(12, 13));
    assertThat(step(row, "assiduite").rounded()).isEqualTo(new BigDecimal("0.9231"));
    assertThat(step(row, "ecart").value()).isEqualTo(Rational.ZERO);
    assertThat(step(row, "consultationsRegagnees").value()).isEqualTo(Rational.ZERO);
  }

  @Test
  void attendance_gap_gives_10000_euros_for_300_not_honoured() {
    RowGain row = only(GainMethod.ATTENDANCE_GAP, row("1200", "300", "110", "300", "100000.00"));
    assertThat(row.gain()).isEqualTo(Euros.of("10000.00"));
    assertThat(step(row, "rdvRealises").value()).isEqualTo(Rational.of(1500));
    assertThat(step(row, "assiduite").value()).isEqualTo(Rational.of(4, 5));
    assertThat(step(row, "ecart").value()).isEqualTo(Rational.of(1, 10));
    assertThat(step(row, "consultationsRegagnees").value()).isEqualTo(Rational.of(150));
    assertThat(step(row, "recettesParConsultation").value()).isEqualTo(Rational.of(200, 3));
    assertThat(row.formula())
        .isEqualTo(
            "max(0 ; cible − rdvHonores ÷ (rdvHonores + rdvNonHonores)) × (rdvHonores +"
                + " rdvNonHonores) × recettes ÷ (rdvHonores + sansRdv)");
    assertThat(row.substituted())
        .isEqualTo("max(0 ; 90 % − 1200 ÷ (1200 + 300)) × (1200 + 300) × 100000.00 ÷ (1200 + 300)");
  }

  @Test
  void attendance_gap_does_not_need_the_cancelled() {
    assertThat(only(GainMethod.ATTENDANCE_GAP, row("1200", "300", null, "300", "100000.00")).gain())
        .isEqualTo(Euros.of("10000.00"));
  }

  @Test
  void an_empty_share_counts_as_zero_percent_in_bao_2014_as_in_the_sheet() {
    for (GainRow empty :
        List.of(
            row(null, null, null, null, "100000.00"),
            row("0", "0", "0", "0", "100000.00"),
            row("1200", "300", "110", null, "100000.00"))) {
      RowGain row = only(GainMethod.BAO_2014, empty);
      assertThat(row.gain()).isEqualTo(Euros.of("90000.00"));
      assertThat(row.substituted()).isEqualTo("max(0 ; 100000.00 × (90 % − 0 %))");
      assertThat(row.warnings()).containsExactly("EMPTY_SHARE_COUNTS_AS_ZERO");
      assertThat(step(row, "ecart").value()).isEqualTo(Rational.of(9, 10));
      assertThat(step(row, "partNonHonores").value()).isEqualTo(Rational.ZERO);
    }
  }

  @Test
  void an_empty_row_of_the_sheet_with_zero_revenue_gains_nothing() {
    assertThat(only(GainMethod.BAO_2014, row(null, null, null, null, "0.00")).gain())
        .isEqualTo(Euros.ZERO);
  }

  @Test
  void a_share_with_one_count_missing_is_unknown_not_empty() {
    assertThat(
            only(GainMethod.BAO_2014, row(null, "300", "110", "100", "100000.00")).missingReason())
        .isEqualTo("MISSING_INPUT: honoured");
    assertThat(
            only(GainMethod.BAO_2014, row("1200", "300", null, "100", "100000.00")).missingReason())
        .isEqualTo("MISSING_INPUT: cancelled");
    assertThat(only(GainMethod.BAO_2014, row("0", "300", null, "0", "100000.00")).missingReason())
        .isEqualTo("MISSING_INPUT: cancelled");
    assertThat(only(GainMethod.BAO_2014, row(null, "300", "0", "0", "100000.00")).missingReason())
        .isEqualTo("MISSING_INPUT: honoured");
  }

  @Test
  void attendance_gap_invents_nothing_from_missing_inputs() {
    RowGain row = only(GainMethod.ATTENDANCE_GAP, row(null, null, null, null, "100000.00"));
    assertThat(row.gain()).isNull();
    assertThat(row.unrounded()).isNull();
    assertThat(row.substituted()).isNull();
    assertThat(row.missingReason())
        .isEqualTo("MISSING_INPUT: honoured, notHonoured, withoutAppointment");
    assertThat(step(row, "assiduite").value()).isNull();
    assertThat(step(row, "assiduite").rounded()).isNull();
    assertThat(step(row, "assiduite").substituted()).isNull();
    assertThat(
            only(GainMethod.ATTENDANCE_GAP, row("1200", "300", "110", "300", null)).missingReason())
        .isEqualTo("MISSING_INPUT: revenue");
    assertThat(only(GainMethod.BAO_2014, row("1200", "300", "110", "300", null)).missingReason())
        .isEqualTo("MISSING_INPUT: revenue");
  }

  @Test
  void attendance_of_nobody_is_a_zero_denominator() {
    RowGain row = only(GainMethod.ATTENDANCE_GAP, row("0", "300", "110", "0", "100000.00"));
    assertThat(row.missingReason()).isEqualTo("ZERO_DENOMINATOR: honoured, notHonoured");
    assertThat(row.gain()).isNull();
    assertThat(
            only(GainMethod.ATTENDANCE_GAP, row("0", "0", "0", "10", "100000.00")).missingReason())
        .isEqualTo("ZERO_DENOMINATOR: honoured, withoutAppointment");
  }

  @Test
  void a_gain_is_never_below_zero() {
    assertThat(only(GainMethod.BAO_2014, row("1", "0", "0", "99", "1000.00")).gain())
        .isEqualTo(Euros.ZERO);
  }

  @Test
  void a_negative_input_gives_no_gain_and_says_which() {
    for (GainMethod method : GainMethod.of(Levier.NON_VENUE)) {
      RowGain row = only(method, row("1200", "0", "0", "1200", "-1000.00"));
      assertThat(row.gain()).isNull();
      assertThat(row.missingReason()).isEqualTo("NEGATIVE_INPUT: revenue");
    }
  }

  @Test
  void the_total_adds_up_the_published_rows_and_says_which() {
    GainRow third = row("DENTAIRE", "1", "2", "0", "1", "0.01");
    GainRow without = row("IMAGERIE", "1", "0", "0", "1", null);
    PotentialGain gain = gain(GainMethod.BAO_2014, SHEET, third, without);
    assertThat(gain.rows().get(1).unrounded()).isEqualTo(Rational.of(1, 250));
    assertThat(gain.rows().get(1).gain()).isEqualTo(Euros.of("0.00"));
    assertThat(gain.total()).isEqualTo(Euros.of("82907.80"));
    assertThat(gain.counted())
        .extracting(row -> row.row().specialty())
        .containsExactly("MEDECINE_GENERALE", "DENTAIRE");
    assertThat(gain.leftOut()).extracting(row -> row.row().specialty()).containsExactly("IMAGERIE");
  }

  @Test
  void the_total_of_several_rows_is_their_sum() {
    PotentialGain gain = gain(GainMethod.BAO_2014, SHEET, SHEET);
    assertThat(gain.total()).isEqualTo(Euros.of("165815.60"));
  }

  @Test
  void a_total_without_any_gain_is_unknown_not_zero() {
    PotentialGain gain = gain(GainMethod.ATTENDANCE_GAP, row(null, null, null, null, "100000.00"));
    assertThat(gain.total()).isNull();
    assertThat(gain.missingReason()).isEqualTo("NO_ROW_HAS_A_GAIN");
    assertThat(gain(GainMethod.ATTENDANCE_GAP).missingReason()).isEqualTo("MISSING_INPUT: rows");
  }

  @Test
  void methods_have_codes_provenance_and_a_default() {
    assertThat(GainMethod.withCode("bao-2014")).contains(GainMethod.BAO_2014);
    assertThat(GainMethod.withCode("attendance-gap")).contains(GainMethod.ATTENDANCE_GAP);
    assertThat(GainMethod.withCode("BAO_2014")).isEmpty();
    assertThat(GainMethod.ATTENDANCE_GAP.code()).isEqualTo("attendance-gap");
    assertThat(GainMethod.of(Levier.NON_VENUE).getFirst()).isEqualTo(GainMethod.ATTENDANCE_GAP);
    assertThat(GainMethod.BAO_2014.provenance()).isEqualTo(Provenance.PRINTED);
    assertThat(GainMethod.BAO_2014.source()).isEqualTo("seed 000, ANNEXE VI");
    assertThat(GainMethod.ATTENDANCE_GAP.provenance()).isEqualTo(Provenance.OURS);
    assertThat(gain(GainMethod.BAO_2014, SHEET).parameters())
        .containsExactly(
            new GainParameter(
                MethodParameter.TARGET_ATTENDANCE, Rational.of(9, 10), "seed 000, ANNEXE VI"));
    assertThat(GainMethod.BAO_2014.formula()).isEqualTo(only(GainMethod.BAO_2014, SHEET).formula());
    assertThat(GainMethod.BAO_2014.description().fr()).contains("0 %");
    assertThat(GainMethod.ATTENDANCE_GAP.description().en()).contains("attendance");
  }
}
