package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CentreGainsTest {
  private static final Quarter Q2 = Quarter.parse("2013-Q2");
  private static final Quarter Q3 = Quarter.parse("2013-Q3");

  private static Map<Figure, Rational> figures(Object... pairs) {
    Map<Figure, Rational> figures = new TreeMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      figures.put((Figure) pairs[at], Rational.of((Integer) pairs[at + 1]));
    }
    return figures;
  }

  private static QuarterlyRecord centre(
      Quarter quarter, PurchasesBasis basis, Map<Figure, Rational> figures) {
    return new QuarterlyRecord(quarter, quarter.number(), figures, Map.of(), basis);
  }

  private static QuarterGain gain(GainMethod method, QuarterlyRecord... records) {
    return CentreGains.computeFrom(records[0].quarter(), Arrays.asList(records)).stream()
        .filter(one -> one.quarter().equals(records[0].quarter()))
        .filter(one -> one.gain().method() == method)
        .reduce((one, other) -> {
          throw new AssertionError("two gains by " + method);
        })
        .orElseThrow();
  }

  private static Map<GainInput, Rational> read(GainMethod method, QuarterlyRecord... records) {
    return gain(method, records).gain().rows().getFirst().row().figures();
  }

  private static String reason(QuarterGain gain) {
    return gain.gain().rows().getFirst().missingReason();
  }

  @Test
  void every_method_of_every_levier_is_computed_for_every_quarter_from_one_on() {
    List<QuarterGain> gains =
        CentreGains.computeFrom(
            Q3,
            List.of(
                centre(Q3.next(), null, Map.of()),
                centre(Q2, null, Map.of()),
                centre(Q3, null, Map.of())));
    assertThat(gains)
        .extracting(QuarterGain::quarter)
        .containsOnly(Q3, Q3.next())
        .hasSize(2 * GainMethod.values().length);
    assertThat(gains.subList(0, GainMethod.values().length))
        .extracting(one -> one.gain().method())
        .containsExactlyInAnyOrder(GainMethod.values());
    assertThat(gains)
        .allSatisfy(one -> {
          assertThat(one.recordVersion()).isEqualTo(one.quarter().number());
          assertThat(one.gain().period()).isEqualTo(Period.QUARTER);
          assertThat(one.gain().total()).isNull();
        });
  }

  @Test
  void a_levier_by_specialty_reads_the_rows_of_the_record() {
    QuarterlyRecord record =
        new QuarterlyRecord(
            Q3,
            1,
            figures(Figure.OPEN_HALF_DAYS, 10, Figure.MULTI_DISCIPLINE_ROOMS, 3),
            Map.of(
                "DENTAIRE",
                figures(
                    Figure.ROOMS, 2,
                    Figure.SESSIONS_HELD, 8,
                    Figure.REVENUE, 8800,
                    Figure.ACTS, 100,
                    Figure.CCAM_ACTS, 20,
                    Figure.CCAM_REVENUE, 4000,
                    Figure.HONOURED, 80,
                    Figure.CANCELLED, 5,
                    Figure.NOT_HONOURED, 20,
                    Figure.CONSULTATIONS_WITHOUT_APPOINTMENT, 0)),
            null);
    // 20 sessions a week of capacity, 80 % of them 16: 8 more, at 100 euros, for 11 weeks.
    QuarterGain occupancy = gain(GainMethod.OCCUPANCY_GAP, record);
    assertThat(occupancy.gain().total()).isEqualTo(Euros.of("8800.00"));
    assertThat(occupancy.gain().rows().getFirst().row().specialty()).isEqualTo("DENTAIRE");
    assertThat(gain(GainMethod.ATTENDANCE_GAP, record).gain().total())
        .isEqualTo(Euros.of("1100.00"));
    assertThat(read(GainMethod.CCAM_SHARE_GAP, record))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                GainInput.ACTS, Rational.of(100),
                GainInput.CCAM_ACTS, Rational.of(20),
                GainInput.REVENUE, Rational.of(8800),
                GainInput.CCAM_REVENUE, Rational.of(4000)));
    assertThat(reason(gain(GainMethod.CCAM_SHARE_GAP, record)))
        .isEqualTo("MISSING_PARAMETER: targetCcamShare");
    assertThat(occupancy.inputs()).containsExactly(RecordSource.of(record));
  }

  @Test
  void each_service_reads_its_own_revenue_and_charges() {
    QuarterlyRecord record =
        centre(
            Q3,
            null,
            figures(
                Figure.TURNOVER, 1,
                Figure.TURNOVER_IMAGERIE, 900,
                Figure.CHARGES_IMAGERIE, 1000,
                Figure.TURNOVER_DENTAIRE, 700,
                Figure.CHARGES_DENTAIRE, 2000));
    assertThat(gain(GainMethod.IMAGING_COVERAGE_GAP, record).gain().total())
        .isEqualTo(Euros.of("100.00"));
    assertThat(gain(GainMethod.DENTAL_COVERAGE_GAP, record).gain().total())
        .isEqualTo(Euros.of("1300.00"));
  }

  @Test
  void unpaid_bills_are_those_of_the_quarter_and_rejects_those_of_both_payers() {
    QuarterlyRecord before = centre(Q2, null, figures(Figure.UNPAID_PATIENTS, 3000));
    QuarterlyRecord record =
        centre(
            Q3,
            null,
            figures(
                Figure.UNPAID_PATIENTS, 6000,
                Figure.TURNOVER, 200000,
                Figure.INVOICES_SENT, 1000,
                Figure.REJECTED_SECURITE_SOCIALE, 30,
                Figure.REJECTED_MUTUELLES, 40));
    // 3000 unpaid, 2000 of them tolerated; 20 rejects too many at 200 euros, half never recovered.
    QuarterGain gain = gain(GainMethod.UNPAID_AND_REJECTED, record, before);
    assertThat(gain.gain().total()).isEqualTo(Euros.of("3000.00"));
    assertThat(gain.inputs()).containsExactly(RecordSource.of(before), RecordSource.of(record));
    QuarterGain alone = gain(GainMethod.UNPAID_AND_REJECTED, record);
    assertThat(reason(alone)).isEqualTo("MISSING_INPUT: unpaid");
    assertThat(alone.inputs()).containsExactly(RecordSource.of(record));
  }

  @Test
  void a_first_quarter_takes_cumulative_figures_as_they_are() {
    Quarter first = Quarter.parse("2014-Q1");
    QuarterlyRecord lastYear = centre(first.previous(), null, figures(Figure.UNPAID_PATIENTS, 9));
    QuarterlyRecord record = centre(first, null, figures(Figure.UNPAID_PATIENTS, 100));
    assertThat(read(GainMethod.UNPAID_AND_REJECTED, record, lastYear))
        .containsEntry(GainInput.UNPAID, Rational.of(100));
    assertThat(gain(GainMethod.UNPAID_AND_REJECTED, record, lastYear).inputs())
        .containsExactly(RecordSource.of(record));
  }

  @Test
  void a_subsidy_below_8_euros_a_file_leaves_a_gain() {
    QuarterlyRecord record =
        centre(Q3, null, figures(Figure.SAMPLING_SUBSIDY, 9600, Figure.SAMPLING_FILES, 2000));
    assertThat(gain(GainMethod.SUBSIDY_GAP, record).gain().total()).isEqualTo(Euros.of("6400.00"));
  }

  @Test
  void patients_who_are_no_members_count_for_a_quarter_of_the_yearly_46_euros() {
    QuarterlyRecord record =
        centre(
            Q3, null, figures(Figure.WITH_MEDECIN_TRAITANT, 900, Figure.OPTION_MEMBERSHIPS, 100));
    PotentialGain gain = gain(GainMethod.ELIGIBLE_NOT_MEMBERS, record).gain();
    assertThat(gain.total()).isEqualTo(Euros.of("9200.00"));
    assertThat(gain.parameters().getFirst().value()).isEqualTo(Rational.of(23, 2));
    assertThat(MethodParameter.AMOUNT_PER_MEMBER.yearly()).isEqualTo(Rational.of(46));
    assertThat(
            Objects.requireNonNull(MethodParameter.AMOUNT_PER_MEMBER.presetFor(Period.WEEK))
                .value())
        .isEqualTo(Rational.of(23, 26));
    assertThat(
            Objects.requireNonNull(MethodParameter.AMOUNT_PER_MEMBER.presetFor(Period.UNSPECIFIED))
                .value())
        .isEqualTo(Rational.of(46));
  }

  @Test
  void purchases_are_those_of_the_quarter_whatever_their_basis() {
    Map<Figure, Rational> figures = figures(Figure.PURCHASES, 300, Figure.TURNOVER, 1000);
    QuarterlyRecord before = centre(Q2, PurchasesBasis.CUMULATIVE, figures(Figure.PURCHASES, 120));
    assertThat(read(GainMethod.PURCHASES_RATIO_GAP, centre(Q3, PurchasesBasis.QUARTER, figures)))
        .containsEntry(GainInput.PURCHASES, Rational.of(300));
    assertThat(
            read(
                GainMethod.PURCHASES_RATIO_GAP,
                centre(Q3, PurchasesBasis.CUMULATIVE, figures),
                before))
        .containsEntry(GainInput.PURCHASES, Rational.of(180));
    assertThat(
            read(
                GainMethod.PURCHASES_RATIO_GAP,
                centre(Quarter.parse("2013-Q1"), PurchasesBasis.CUMULATIVE, figures)))
        .containsEntry(GainInput.PURCHASES, Rational.of(300));
    assertThat(read(GainMethod.PURCHASES_RATIO_GAP, centre(Q3, null, figures), before))
        .doesNotContainKey(GainInput.PURCHASES);
    assertThat(read(GainMethod.PURCHASES_RATIO_GAP, centre(Q3, PurchasesBasis.CUMULATIVE, figures)))
        .doesNotContainKey(GainInput.PURCHASES);
    assertThat(
            read(
                GainMethod.PURCHASES_RATIO_GAP,
                centre(Q3, PurchasesBasis.CUMULATIVE, figures),
                centre(Q2, PurchasesBasis.QUARTER, figures(Figure.PURCHASES, 120))))
        .doesNotContainKey(GainInput.PURCHASES);
  }

  @Test
  void medical_payroll_is_the_sum_of_its_four_kinds() {
    QuarterlyRecord before =
        centre(
            Q2,
            null,
            figures(
                Figure.NON_MEDICAL_PAYROLL, 10,
                Figure.PAYROLL_MEDECINE_GENERALE, 1,
                Figure.PAYROLL_SPECIALITES, 2,
                Figure.PAYROLL_DENTAIRE, 3,
                Figure.PAYROLL_IMAGERIE, 4));
    Map<Figure, Rational> figures =
        figures(
            Figure.NON_MEDICAL_PAYROLL, 60,
            Figure.PAYROLL_MEDECINE_GENERALE, 11,
            Figure.PAYROLL_SPECIALITES, 22,
            Figure.PAYROLL_DENTAIRE, 33,
            Figure.PAYROLL_IMAGERIE, 44);
    assertThat(read(GainMethod.PAYROLL_RATIO_GAP, centre(Q3, null, figures), before))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                GainInput.NON_MEDICAL_PAYROLL, Rational.of(50),
                GainInput.MEDICAL_PAYROLL, Rational.of(100)));
    figures.remove(Figure.PAYROLL_DENTAIRE);
    assertThat(read(GainMethod.PAYROLL_RATIO_GAP, centre(Q3, null, figures), before))
        .containsOnlyKeys(GainInput.NON_MEDICAL_PAYROLL);
  }

  @Test
  void the_total_counts_each_levier_once_and_says_what_is_in_it() {
    QuarterlyRecord record =
        new QuarterlyRecord(
            Q3,
            1,
            figures(Figure.SAMPLING_SUBSIDY, 9600, Figure.SAMPLING_FILES, 2000),
            Map.of(
                "DENTAIRE",
                figures(
                    Figure.REVENUE, 8800,
                    Figure.HONOURED, 80,
                    Figure.CANCELLED, 5,
                    Figure.NOT_HONOURED, 20,
                    Figure.CONSULTATIONS_WITHOUT_APPOINTMENT, 0)),
            null);
    TotalGain total =
        TotalGain.of(
            CentreGains.computeFrom(Q3, List.of(record)).stream().map(QuarterGain::gain).toList());
    assertThat(total.counted())
        .extracting(PotentialGain::method)
        .containsExactly(GainMethod.ATTENDANCE_GAP, GainMethod.SUBSIDY_GAP);
    assertThat(total.total()).isEqualTo(Euros.of("7500.00"));
    assertThat(total.leftOut())
        .extracting(TotalGain.LeftOut::levier)
        .containsExactly(
            Levier.CODAGE,
            Levier.OCCUPATION,
            Levier.IMAGERIE,
            Levier.DENTAIRE,
            Levier.IMPAYES,
            Levier.COORDINATION,
            Levier.ACHATS,
            Levier.RATIOS_PERSONNEL,
            Levier.REMUNERATION);
    assertThat(total.leftOut().getFirst().reason()).isEqualTo("NO_ROW_HAS_A_GAIN");
    assertThat(total.leftOut().getFirst().rows())
        .extracting(RowGain::missingReason)
        .containsExactly("MISSING_INPUT: ccamActs, acts, ccamRevenue");
    assertThat(total.leftOut().getLast().reason()).isEqualTo("NO_CALCULATOR");
  }

  @Test
  void without_any_gain_the_total_is_unknown() {
    TotalGain none = TotalGain.of(List.of());
    assertThat(none.total()).isNull();
    assertThat(none.counted()).isEmpty();
    assertThat(none.leftOut()).hasSize(Levier.values().length);
    assertThat(none.leftOut().getFirst().reason()).isEqualTo("NOT_COMPUTED");
  }
}
