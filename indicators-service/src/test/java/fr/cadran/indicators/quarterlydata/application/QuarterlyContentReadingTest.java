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
      {"multiDisciplineRooms": 30,
       "openingHours": {
         "monday": {"morning": {"start": "08:00", "end": "08:01"},
                    "afternoon": {"start": "14:00", "end": "14:02"}},
         "tuesday": {"morning": {"start": "08:00", "end": "08:03"},
                    "afternoon": {"start": "14:00", "end": "14:04"}},
         "wednesday": {"morning": {"start": "08:00", "end": "08:05"},
                    "afternoon": {"start": "14:00", "end": "14:06"}},
         "thursday": {"morning": {"start": "08:00", "end": "08:07"},
                    "afternoon": {"start": "14:00", "end": "14:08"}},
         "friday": {"morning": {"start": "08:00", "end": "08:09"},
                    "afternoon": {"start": "14:00", "end": "14:10"}},
         "saturday": {"morning": {"start": "08:00", "end": "08:11"},
                    "afternoon": {"start": "00:00", "end": "00:00"}}},
       "patients": {"answerRate": 0.5, "callsReceived": 1, "callsAnswered": 2, "appointments": 3,
                    "passages": 4, "withoutAppointment": 5, "withMedecinTraitant": 31,
                    "optionMemberships": 32, "optionRenewals": 33},
       "serviceData": {"imagerieOpenHours": 34, "dentaireOpenHours": 35, "chairHoursOccupied": 36,
                       "chairHoursAvailable": 37, "dentalCareActs": 38, "dentalProsthesisActs": 39,
                       "imagingPrescriptions": 40, "imagingPrescriptionsInHouse": 41, "c": 42,
                       "c2": 43},
       "activity": [{"specialty": "DENTAIRE", "rooms": 54,
                     "vacations": [{"practitioner": "p1", "perWeek": 5.5},
                                   {"practitioner": "p2", "perWeek": 49.5}], "acts": 6, "revenue": 7.01, "ccamActs": 8,
                     "ccamRevenue": 9.01,
                     "appointmentOutcomes": {"honoured": 10, "withoutAppointment": 11,
                                             "cancelled": 12, "notHonoured": 13}}],
       "humanResources": {"tiersPayantPayroll": 14.01, "nonMedicalPayroll": 44,
                          "medicalPayroll": {"medecineGenerale": 45, "specialites": 46,
                                             "dentaire": 47, "imagerie": 48}},
       "finance": {"charges": {"imagerie": 49, "dentaire": 50}, "sampling": {"files": 51,
                   "subsidy": 52}, "optionCoordinationReceived": 53,
                   "unpaidPatients": 15, "unpaidOrganisations": 16,
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
                Map.entry(Figure.OPEN_HOURS_MONDAY_MORNING, Rational.of(1, 60)),
                Map.entry(Figure.OPEN_HOURS_MONDAY_AFTERNOON, Rational.of(2, 60)),
                Map.entry(Figure.OPEN_HOURS_TUESDAY_MORNING, Rational.of(3, 60)),
                Map.entry(Figure.OPEN_HOURS_TUESDAY_AFTERNOON, Rational.of(4, 60)),
                Map.entry(Figure.OPEN_HOURS_WEDNESDAY_MORNING, Rational.of(5, 60)),
                Map.entry(Figure.OPEN_HOURS_WEDNESDAY_AFTERNOON, Rational.of(6, 60)),
                Map.entry(Figure.OPEN_HOURS_THURSDAY_MORNING, Rational.of(7, 60)),
                Map.entry(Figure.OPEN_HOURS_THURSDAY_AFTERNOON, Rational.of(8, 60)),
                Map.entry(Figure.OPEN_HOURS_FRIDAY_MORNING, Rational.of(9, 60)),
                Map.entry(Figure.OPEN_HOURS_FRIDAY_AFTERNOON, Rational.of(10, 60)),
                Map.entry(Figure.OPEN_HOURS_SATURDAY_MORNING, Rational.of(11, 60)),
                Map.entry(Figure.OPEN_HOURS_SATURDAY_AFTERNOON, Rational.ZERO),
                Map.entry(Figure.OPEN_HALF_DAYS, Rational.of(11)),
                Map.entry(Figure.MULTI_DISCIPLINE_ROOMS, Rational.of(30)),
                Map.entry(Figure.WITH_MEDECIN_TRAITANT, Rational.of(31)),
                Map.entry(Figure.OPTION_MEMBERSHIPS, Rational.of(32)),
                Map.entry(Figure.OPTION_RENEWALS, Rational.of(33)),
                Map.entry(Figure.IMAGING_OPEN_HOURS, Rational.of(34)),
                Map.entry(Figure.DENTAL_OPEN_HOURS, Rational.of(35)),
                Map.entry(Figure.CHAIR_HOURS_OCCUPIED, Rational.of(36)),
                Map.entry(Figure.CHAIR_HOURS_AVAILABLE, Rational.of(37)),
                Map.entry(Figure.DENTAL_CARE_ACTS, Rational.of(38)),
                Map.entry(Figure.DENTAL_PROSTHESIS_ACTS, Rational.of(39)),
                Map.entry(Figure.IMAGING_PRESCRIPTIONS, Rational.of(40)),
                Map.entry(Figure.IMAGING_PRESCRIPTIONS_IN_HOUSE, Rational.of(41)),
                Map.entry(Figure.C_CONSULTATIONS, Rational.of(42)),
                Map.entry(Figure.C2_CONSULTATIONS, Rational.of(43)),
                Map.entry(Figure.NON_MEDICAL_PAYROLL, Rational.of(44)),
                Map.entry(Figure.PAYROLL_MEDECINE_GENERALE, Rational.of(45)),
                Map.entry(Figure.PAYROLL_SPECIALITES, Rational.of(46)),
                Map.entry(Figure.PAYROLL_DENTAIRE, Rational.of(47)),
                Map.entry(Figure.PAYROLL_IMAGERIE, Rational.of(48)),
                Map.entry(Figure.CHARGES_IMAGERIE, Rational.of(49)),
                Map.entry(Figure.CHARGES_DENTAIRE, Rational.of(50)),
                Map.entry(Figure.SAMPLING_FILES, Rational.of(51)),
                Map.entry(Figure.SAMPLING_SUBSIDY, Rational.of(52)),
                Map.entry(Figure.OPTION_RECEIVED, Rational.of(53)),
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
                    Figure.ROOMS, Rational.of(54),
                    Figure.SESSIONS_HELD, Rational.of(55),
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
  void every_figure_but_those_of_the_ledger_is_read() throws Exception {
    QuarterlyRecord record = read(FULL);
    assertThat(
            Arrays.stream(Figure.values())
                .filter(figure -> !figure.isFromAppointmentLedger())
                .filter(figure -> !record.figures().containsKey(figure))
                .filter(figure -> !record.activity().get("DENTAIRE").containsKey(figure))
                .collect(Collectors.toSet()))
        .isEmpty();
  }

  private static QuarterlyRecord monday(String morning, String afternoon) throws Exception {
    return read(
        "{\"openingHours\": {\"monday\": {\"morning\": %s, \"afternoon\": %s}}}"
            .formatted(morning, afternoon));
  }

  @Test
  void half_a_day_is_counted_in_hours_and_closed_is_zero() throws Exception {
    QuarterlyRecord monday =
        monday(
            "{\"start\": \"08:30\", \"end\": \"12:00\"}",
            "{\"start\": \"00:00\", \"end\": \"00:00\"}");
    assertThat(monday.figures())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Figure.OPEN_HOURS_MONDAY_MORNING,
                Rational.of(7, 2),
                Figure.OPEN_HOURS_MONDAY_AFTERNOON,
                Rational.ZERO));
  }

  @Test
  void midnight_closes_the_day() throws Exception {
    assertThat(monday("null", "{\"start\": \"20:00\", \"end\": \"00:00\"}").figures())
        .containsExactly(Map.entry(Figure.OPEN_HOURS_MONDAY_AFTERNOON, Rational.of(4)));
  }

  @Test
  void hours_that_are_half_given_unreadable_or_backwards_stay_unknown() throws Exception {
    assertThat(
            monday("{\"start\": \"08:00\"}", "{\"start\": \"14:00\", \"end\": \"18h\"}").figures())
        .isEmpty();
    assertThat(
            monday("{\"end\": \"12:00\"}", "{\"start\": \"18:00\", \"end\": \"14:00\"}").figures())
        .isEmpty();
  }

  @Test
  void open_half_days_are_unknown_while_one_of_the_week_is() throws Exception {
    String allButOne = FULL.replace("\"start\": \"00:00\", \"end\": \"00:00\"", "");
    assertThat(read(allButOne).figures())
        .doesNotContainKey(Figure.OPEN_HALF_DAYS)
        .containsKey(Figure.OPEN_HOURS_SATURDAY_MORNING);
  }

  @Test
  void sessions_are_unknown_when_those_of_one_practitioner_are() throws Exception {
    QuarterlyRecord record =
        read(
            """
            {"activity": [{"specialty": "ORL", "vacations": [{"practitioner": "p1", "perWeek": 2},
                                                             {"practitioner": "p2"}]},
                          {"specialty": "DENTAIRE", "vacations": []}]}
            """);
    assertThat(record.activity().get("ORL")).isEmpty();
    assertThat(record.activity().get("DENTAIRE"))
        .containsExactly(Map.entry(Figure.SESSIONS_HELD, Rational.ZERO));
  }

  @Test
  void what_was_left_empty_stays_absent() throws Exception {
    assertThat(read("{}").figures()).isEmpty();
    assertThat(read("{}").activity()).isEmpty();
    assertThat(read("{}").purchasesBasis()).isNull();
    QuarterlyRecord sparse =
        read(
            """
            {"patients": {}, "serviceData": {}, "openingHours": {"monday": {}},
             "humanResources": {"medicalPayroll": {}}, "finance": {"invoices": {}, "revenue": {},
             "charges": {}, "sampling": {}, "purchases": {"basis": "CUMULATIVE"}},
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
