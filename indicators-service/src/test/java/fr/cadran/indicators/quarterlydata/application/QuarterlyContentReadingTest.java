package fr.cadran.indicators.quarterlydata.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuarterlyContentReadingTest {
  /** Every figure has its own number, so that two that change places are seen. */
  private static final String FULL =
      """
      {"patients": {"answerRate": 0.5, "callsReceived": 1, "callsAnswered": 2, "appointments": 3,
                    "passages": 4, "withoutAppointment": 5},
       "activity": [{"specialty": "DENTAIRE", "acts": 6, "revenue": 7.01, "ccamActs": 8,
                     "ccamRevenue": 9.01,
                     "appointmentOutcomes": {"honoured": 10, "withoutAppointment": 11,
                                             "cancelled": 12, "notHonoured": 13}}],
       "humanResources": {"tiersPayantPayroll": 14.01},
       "finance": {"unpaidPatients": 15, "unpaidOrganisations": 16,
                   "invoices": {"sent": 17, "rejectedSecuriteSociale": 18, "rejectedMutuelles": 19},
                   "revenue": {"total": 20, "medecineGenerale": 21, "specialites": 22,
                               "dentaire": 23, "imagerie": 24},
                   "purchases": {"basis": "QUARTER", "total": 25, "medecineGenerale": 26,
                                 "specialites": 27, "dentaire": 28, "imagerie": 29}}}
      """;

  private static QuarterlyRecord read(String content) throws Exception {
    return QuarterlyContentReading.record(
        new ReceivedQuarterlyData(
            Quarter.parse("2013-Q3"),
            4,
            Instant.EPOCH,
            JsonMapper.builder().build().readValue(content, QuarterlyContent.class)));
  }

  @Test
  void every_figure_of_the_grid_is_read_from_its_place() throws Exception {
    QuarterlyRecord record = read(FULL);
    assertThat(record.quarter()).isEqualTo(Quarter.parse("2013-Q3"));
    assertThat(record.version()).isEqualTo(4);
    assertThat(record.purchasesBasis()).isEqualTo(PurchasesBasis.QUARTER);
    assertThat(record.figures())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Figure.ANSWER_RATE, Rational.of(1, 2)),
                Map.entry(Figure.CALLS_RECEIVED, Rational.of(1)),
                Map.entry(Figure.CALLS_ANSWERED, Rational.of(2)),
                Map.entry(Figure.APPOINTMENTS, Rational.of(3)),
                Map.entry(Figure.PASSAGES, Rational.of(4)),
                Map.entry(Figure.WITHOUT_APPOINTMENT, Rational.of(5)),
                Map.entry(Figure.TIERS_PAYANT_PAYROLL, Rational.of(1401, 100)),
                Map.entry(Figure.UNPAID_PATIENTS, Rational.of(15)),
                Map.entry(Figure.UNPAID_ORGANISATIONS, Rational.of(16)),
                Map.entry(Figure.INVOICES_SENT, Rational.of(17)),
                Map.entry(Figure.REJECTED_SECURITE_SOCIALE, Rational.of(18)),
                Map.entry(Figure.REJECTED_MUTUELLES, Rational.of(19)),
                Map.entry(Figure.TURNOVER, Rational.of(20)),
                Map.entry(Figure.TURNOVER_MEDECINE_GENERALE, Rational.of(21)),
                Map.entry(Figure.TURNOVER_SPECIALITES, Rational.of(22)),
                Map.entry(Figure.TURNOVER_DENTAIRE, Rational.of(23)),
                Map.entry(Figure.TURNOVER_IMAGERIE, Rational.of(24)),
                Map.entry(Figure.PURCHASES, Rational.of(25)),
                Map.entry(Figure.PURCHASES_MEDECINE_GENERALE, Rational.of(26)),
                Map.entry(Figure.PURCHASES_SPECIALITES, Rational.of(27)),
                Map.entry(Figure.PURCHASES_DENTAIRE, Rational.of(28)),
                Map.entry(Figure.PURCHASES_IMAGERIE, Rational.of(29))));
    assertThat(record.activity())
        .containsExactlyEntriesOf(
            Map.of(
                "DENTAIRE",
                Map.of(
                    Figure.ACTS, Rational.of(6),
                    Figure.REVENUE, Rational.of(701, 100),
                    Figure.CCAM_ACTS, Rational.of(8),
                    Figure.CCAM_REVENUE, Rational.of(901, 100),
                    Figure.HONOURED, Rational.of(10),
                    Figure.CONSULTATIONS_WITHOUT_APPOINTMENT, Rational.of(11),
                    Figure.CANCELLED, Rational.of(12),
                    Figure.NOT_HONOURED, Rational.of(13))));
  }

  @Test
  void figures_that_no_grid_holds_yet_are_the_only_ones_not_read() throws Exception {
    QuarterlyRecord record = read(FULL);
    assertThat(
            Arrays.stream(Figure.values())
                .filter(figure -> !figure.isFromAppointmentLedger())
                .filter(figure -> !record.figures().containsKey(figure))
                .filter(figure -> !record.activity().get("DENTAIRE").containsKey(figure))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Figure.C_CONSULTATIONS, Figure.C2_CONSULTATIONS);
  }

  @Test
  void what_was_left_empty_stays_absent() throws Exception {
    assertThat(read("{}").figures()).isEmpty();
    assertThat(read("{}").activity()).isEmpty();
    assertThat(read("{}").purchasesBasis()).isNull();
    QuarterlyRecord sparse =
        read(
            """
            {"patients": {}, "humanResources": {}, "finance": {"invoices": {}, "revenue": {},
             "purchases": {"basis": "CUMULATIVE"}},
             "activity": [{"specialty": "ORL", "appointmentOutcomes": {"honoured": 0}},
                          {"specialty": "IMAGERIE"}]}
            """);
    assertThat(sparse.figures()).isEmpty();
    assertThat(sparse.purchasesBasis()).isEqualTo(PurchasesBasis.CUMULATIVE);
    assertThat(sparse.specialties()).containsExactly("ORL", "IMAGERIE");
    assertThat(sparse.activity().get("ORL"))
        .containsExactlyEntriesOf(Map.of(Figure.HONOURED, Rational.ZERO));
    assertThat(sparse.activity().get("IMAGERIE")).isEmpty();
  }
}
