package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import fr.cadran.centres.quarterlydata.domain.SubmissionCheck.Severity;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionCheckTest {
  private static final Quarter Q3 = new Quarter(2013, 3);
  private static final LocalDate TODAY = LocalDate.of(2013, 10, 15);

  private static Submission submission(QuarterlyContent content) {
    return Contents.submission(Q3, content, CentreHistory.none(), TODAY);
  }

  private static Submission after(
      Quarter quarter, QuarterlyContent content, Map<Quarter, QuarterlyContent> history) {
    return Contents.submission(quarter, content, new CentreHistory(history), TODAY);
  }

  static Stream<Arguments> findings() {
    return Stream.of(
        Arguments.of(QuarterlyContent.EMPTY, "EMPTY_RECORD:", ""),
        Arguments.of(
            Contents.activity(Contents.ccam(150L, null, 151L, null)),
            "CCAM_ACTS_ABOVE_ACTS:activity[DENTAIRE].ccamActs",
            "/activity/0/ccamActs"),
        Arguments.of(
            Contents.activity(Contents.ccam(5L, "10.00", 1L, "10.01")),
            "CCAM_REVENUE_ABOVE_REVENUE:activity[DENTAIRE].ccamRevenue",
            "/activity/0/ccamRevenue"),
        Arguments.of(
            Contents.calls(1000L, 1001L),
            "RATE_OUT_OF_RANGE:patients.callsAnswered",
            "/patients/callsAnswered"),
        Arguments.of(
            Contents.imaging(40L, 41L),
            "RATE_OUT_OF_RANGE:serviceData.imagingPrescriptionsInHouse",
            "/serviceData/imagingPrescriptionsInHouse"),
        Arguments.of(
            Contents.chairHours("400.25", "400.00"),
            "RATE_OUT_OF_RANGE:serviceData.chairHoursOccupied",
            "/serviceData/chairHoursOccupied"),
        Arguments.of(
            Contents.monday(new OpeningSlot("08:00", "13:00"), new OpeningSlot("12:30", "18:00")),
            "CLOSES_BEFORE_OPENING:openingHours.monday.afternoon.start",
            "/openingHours/monday/afternoon/start"),
        Arguments.of(
            Contents.purchases(null, "10", null),
            "PURCHASES_WITHOUT_BASIS:finance.purchases.basis",
            "/finance/purchases/basis"),
        Arguments.of(
            Contents.revenue("100", null, Contents.row("DENTAIRE", 2L, "100.01")),
            "SPECIALTIES_ABOVE_TOTAL:finance.revenue.total",
            "/finance/revenue/total"),
        Arguments.of(
            Contents.revenue("100", "101"),
            "SPECIALTIES_ABOVE_TOTAL:finance.revenue.total",
            "/finance/revenue/total"),
        Arguments.of(
            Contents.purchases(PurchaseBasis.QUARTER, "10", "11"),
            "SPECIALTIES_ABOVE_TOTAL:finance.purchases.total",
            "/finance/purchases/total"),
        Arguments.of(
            Contents.nonVenue(1410L, 1711L, 300L),
            "NEGATIVE_NON_VENUE:patients.passages",
            "/patients/passages"),
        Arguments.of(
            Contents.revenue(null, "-1"),
            "NEGATIVE_QUARTER_FIGURE:finance.revenue.dentaire",
            "/finance/revenue/dentaire"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 0L, "10")),
            "REVENUE_WITHOUT_ACTS:activity[DENTAIRE].revenue",
            "/activity/0/revenue"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", null, "10")),
            "REVENUE_WITHOUT_ACTS:activity[DENTAIRE].revenue",
            "/activity/0/revenue"),
        Arguments.of(
            Contents.withoutAppointment(
                300L, Contents.row("CONSULTATIONS_SANS_RENDEZ_VOUS", 299L, null)),
            "WITHOUT_APPOINTMENT_MISMATCH:patients.withoutAppointment",
            "/patients/withoutAppointment"),
        Arguments.of(
            Contents.withoutAppointment(
                300L, Contents.outcomes("ORL", 151L), Contents.outcomes("DENTAIRE", 150L)),
            "WITHOUT_APPOINTMENT_MISMATCH:patients.withoutAppointment",
            "/patients/withoutAppointment"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("findings")
  void a_check_says_what_and_where(QuarterlyContent content, String finding, String pointer) {
    assertThat(SubmissionCheck.all(submission(content)))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.acknowledgement()).isEqualTo(finding);
          assertThat(found.pointer()).isEqualTo(pointer);
        });
  }

  static Stream<QuarterlyContent> unremarkable() {
    return Stream.of(
        Contents.activity(Contents.ccam(150L, "10.00", 150L, "10.00")),
        Contents.activity(Contents.ccam(null, null, 150L, null)),
        Contents.calls(1000L, 1000L),
        Contents.calls(null, 5L),
        Contents.imaging(40L, 40L),
        Contents.imaging(null, 40L),
        Contents.chairHours("400.0", "400"),
        Contents.chairHours("1", null),
        Contents.practitioners(Contents.practitioner("p1", 10L)),
        Contents.nonVenue(1410L, 1500L, 300L),
        Contents.nonVenue(1410L, 1710L, 300L),
        Contents.nonVenue(1410L, 1900L, null),
        Contents.withoutAppointment(
            300L,
            Contents.row("CONSULTATIONS_SANS_RENDEZ_VOUS", 300L, null),
            Contents.row("ORL", 12L, null)),
        Contents.withoutAppointment(
            300L, Contents.row("CONSULTATIONS_SANS_RENDEZ_VOUS", null, null)),
        Contents.withoutAppointment(null, Contents.outcomes("ORL", 150L)),
        Contents.withoutAppointment(
            300L, Contents.outcomes("ORL", 150L), Contents.outcomes("DENTAIRE", 150L)),
        Contents.revenue("100", "60", Contents.row("DENTAIRE", 1L, "60")),
        Contents.monday(new OpeningSlot("08:00", "12:00"), new OpeningSlot("12:00", "18:00")),
        Contents.monday(new OpeningSlot("08:00", "12:00"), new OpeningSlot("00:00", "00:00")),
        Contents.monday(new OpeningSlot("00:00", "00:00"), new OpeningSlot("13:00", "18:00")));
  }

  @ParameterizedTest
  @MethodSource("unremarkable")
  void nothing_is_found_in_what_is_usual(QuarterlyContent content) {
    assertThat(SubmissionCheck.all(submission(content))).isEmpty();
  }

  @Test
  void a_quarter_can_be_submitted_from_its_first_day() {
    Quarter fourth = new Quarter(2013, 4);
    Submission before =
        Contents.submission(
            fourth, Contents.passages(1), CentreHistory.none(), LocalDate.of(2013, 9, 30));
    Submission firstDay =
        Contents.submission(
            fourth, Contents.passages(1), CentreHistory.none(), LocalDate.of(2013, 10, 1));

    assertThat(SubmissionCheck.QUARTER_IN_FUTURE.findings(before)).hasSize(1);
    assertThat(SubmissionCheck.QUARTER_IN_FUTURE.findings(firstDay)).isEmpty();
  }

  private static Submission within(
      LocalDate today, QuarterWindow window, LocalDate openedOn, LocalDate closedOn) {
    return new Submission(
        window, openedOn, closedOn, Contents.passages(1), CentreHistory.none(), null, today);
  }

  private static QuarterWindow window(String opensOn, String closesOn) {
    return new QuarterWindow(
        Q3,
        LocalDate.parse(opensOn),
        LocalDate.parse("2013-10-31"),
        closesOn == null ? null : LocalDate.parse(closesOn),
        QuarterWindow.Origin.NATIONAL,
        null);
  }

  @Test
  void a_quarter_is_submitted_between_its_opening_and_its_closing_both_included() {
    QuarterWindow window = window("2013-10-10", "2013-11-30");

    assertThat(SubmissionCheck.all(within(LocalDate.parse("2013-10-09"), window, null, null)))
        .containsExactly(
            new Finding(SubmissionCheck.WINDOW_NOT_OPEN, "", "", List.of("2013-10-10")));
    for (String day : List.of("2013-10-10", "2013-11-01", "2013-11-30")) {
      assertThat(SubmissionCheck.all(within(LocalDate.parse(day), window, null, null))).isEmpty();
    }
    assertThat(SubmissionCheck.all(within(LocalDate.parse("2013-12-01"), window, null, null)))
        .containsExactly(new Finding(SubmissionCheck.WINDOW_CLOSED, "", "", List.of("2013-11-30")));
    assertThat(
            SubmissionCheck.all(
                within(LocalDate.parse("2026-12-01"), window("2013-10-10", null), null, null)))
        .isEmpty();
  }

  @Test
  void a_quarter_in_which_the_centre_was_never_open_is_refused() {
    QuarterWindow window = window("2013-07-01", null);

    assertThat(SubmissionCheck.all(within(TODAY, window, LocalDate.parse("2013-10-01"), null)))
        .containsExactly(
            new Finding(SubmissionCheck.CENTRE_NOT_OPEN, "", "", List.of("2013-10-01")));
    assertThat(SubmissionCheck.all(within(TODAY, window, null, LocalDate.parse("2013-06-30"))))
        .containsExactly(
            new Finding(SubmissionCheck.CENTRE_NOT_OPEN, "", "", List.of("2013-06-30")));
    assertThat(
            SubmissionCheck.all(
                within(
                    TODAY, window, LocalDate.parse("2013-09-30"), LocalDate.parse("2013-09-30"))))
        .isEmpty();
    assertThat(SubmissionCheck.all(within(TODAY, window, null, LocalDate.parse("2013-07-01"))))
        .isEmpty();
  }

  @Test
  void a_cumulative_figure_below_the_quarter_before_is_remarked() {
    Map<Quarter, QuarterlyContent> history =
        Map.of(new Quarter(2013, 2), Contents.unpaid("500.00"));

    assertThat(SubmissionCheck.all(after(Q3, Contents.unpaid("499.99"), history)))
        .extracting(Finding::acknowledgement)
        .containsExactly("CUMULATIVE_DECREASED:finance.unpaidOrganisations");
    assertThat(SubmissionCheck.all(after(Q3, Contents.unpaid("500.00"), history))).isEmpty();
  }

  @Test
  void a_cumulative_figure_starts_again_in_january() {
    Map<Quarter, QuarterlyContent> history =
        Map.of(new Quarter(2012, 4), Contents.unpaid("500.00"));

    assertThat(SubmissionCheck.all(after(new Quarter(2013, 1), Contents.unpaid("10.00"), history)))
        .isEmpty();
  }

  @Test
  void a_cumulative_figure_is_not_compared_across_a_missing_quarter() {
    Map<Quarter, QuarterlyContent> history =
        Map.of(new Quarter(2013, 1), Contents.unpaid("500.00"));

    assertThat(SubmissionCheck.all(after(Q3, Contents.unpaid("10.00"), history))).isEmpty();
  }

  @Test
  void purchases_on_another_basis_are_not_compared() {
    Map<Quarter, QuarterlyContent> history =
        Map.of(new Quarter(2013, 2), Contents.purchases(PurchaseBasis.CUMULATIVE, "500.00", null));

    assertThat(
            SubmissionCheck.all(
                after(Q3, Contents.purchases(PurchaseBasis.QUARTER, "10.00", null), history)))
        .isEmpty();
    assertThat(
            SubmissionCheck.all(
                after(Q3, Contents.purchases(PurchaseBasis.CUMULATIVE, "10.00", null), history)))
        .extracting(finding -> finding.check().name())
        .containsExactly("CUMULATIVE_DECREASED");
  }

  private static Map<Quarter, QuarterlyContent> passagesBefore(long... passages) {
    Map<Quarter, QuarterlyContent> history = new TreeMap<>();
    Quarter quarter = Q3;
    for (long figure : passages) {
      quarter = quarter.previous();
      history.put(quarter, Contents.passages(figure));
    }
    return history;
  }

  @Test
  void a_figure_far_from_the_last_quarters_is_remarked() {
    // median 1000, deviations 10 0 10 20: MAD 10; z = 0.6745 × 52 ÷ 10 = 3.5074
    Map<Quarter, QuarterlyContent> history = passagesBefore(1000, 990, 1010, 1000, 980);

    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(1052), history)))
        .extracting(Finding::acknowledgement)
        .containsExactly("OUT_OF_HISTORY:patients.passages");
    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(948), history))).hasSize(1);
    // z = 0.6745 × 51 ÷ 10 = 3.44
    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(1051), history))).isEmpty();
  }

  @Test
  void history_says_nothing_under_four_quarters() {
    assertThat(
            SubmissionCheck.all(
                after(Q3, Contents.passages(9000), passagesBefore(1000, 990, 1010))))
        .isEmpty();
    assertThat(
            SubmissionCheck.all(
                after(Q3, Contents.passages(9000), passagesBefore(1000, 990, 1010, 1005))))
        .hasSize(1);
  }

  @Test
  void history_says_nothing_when_it_never_varied() {
    assertThat(
            SubmissionCheck.all(
                after(Q3, Contents.passages(9000), passagesBefore(1000, 1000, 1000, 1000, 7))))
        .isEmpty();
  }

  @Test
  void only_the_last_eight_submitted_quarters_count() {
    // The ninth quarter back would make the deviation zero no more.
    Map<Quarter, QuarterlyContent> history =
        passagesBefore(100, 100, 100, 100, 100, 90, 110, 120, 130, 140, 150, 160, 170, 180, 190);

    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(300), history))).isEmpty();
    history.remove(new Quarter(2013, 2));
    history.remove(new Quarter(2013, 1));
    history.remove(new Quarter(2012, 4));
    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(300), history))).hasSize(1);
  }

  @Test
  void later_quarters_are_not_history() {
    Map<Quarter, QuarterlyContent> history = new TreeMap<>();
    Quarter later = Q3;
    for (long passages : new long[] {1000, 990, 1010, 1000, 980}) {
      later = later.next();
      history.put(later, Contents.passages(passages));
    }
    assertThat(SubmissionCheck.all(after(Q3, Contents.passages(1), history))).isEmpty();
  }

  @Test
  void cumulative_figures_are_compared_as_quarter_figures() {
    // Quarter figures 100, 110, 90, 100 of 2012; 2013 adds 100 then 900.
    Map<Quarter, QuarterlyContent> history =
        Map.of(
            new Quarter(2012, 1), Contents.unpaid("100"),
            new Quarter(2012, 2), Contents.unpaid("210"),
            new Quarter(2012, 3), Contents.unpaid("300"),
            new Quarter(2012, 4), Contents.unpaid("400"),
            new Quarter(2013, 1), Contents.unpaid("100"),
            new Quarter(2013, 2), Contents.unpaid("205"));

    assertThat(SubmissionCheck.all(after(Q3, Contents.unpaid("305"), history))).isEmpty();
    assertThat(SubmissionCheck.all(after(Q3, Contents.unpaid("1105"), history)))
        .extracting(Finding::acknowledgement)
        .containsExactly("OUT_OF_HISTORY:finance.unpaidOrganisations");
  }

  private static Submission registered(QuarterlyContent content, RegisteredMemberships registered) {
    return new Submission(
        window("2013-07-01", null), null, null, content, CentreHistory.none(), registered, TODAY);
  }

  @Test
  void the_register_of_the_option_is_held_against_what_is_declared_where_there_is_one() {
    RegisteredMemberships register = new RegisteredMemberships(20, 7);

    assertThat(SubmissionCheck.all(registered(Contents.option(20L, 7L), register))).isEmpty();
    assertThat(SubmissionCheck.all(registered(Contents.option(19L, 8L), null))).isEmpty();
    assertThat(SubmissionCheck.all(registered(Contents.option(19L, null), register)))
        .extracting(Finding::acknowledgement)
        .containsExactly("OPTION_REGISTER_MISMATCH:patients.optionMemberships");
    assertThat(SubmissionCheck.all(registered(Contents.option(20L, 8L), register)))
        .extracting(Finding::acknowledgement)
        .containsExactly("OPTION_REGISTER_MISMATCH:patients.optionRenewals");
  }

  @Test
  void blocking_and_warnings_are_as_the_rules_say() {
    assertThat(SubmissionCheck.values())
        .filteredOn(check -> check.severity() == Severity.BLOCKING)
        .extracting(Enum::name)
        .containsExactly(
            "EMPTY_RECORD",
            "QUARTER_IN_FUTURE",
            "WINDOW_NOT_OPEN",
            "WINDOW_CLOSED",
            "CENTRE_NOT_OPEN",
            "CCAM_ACTS_ABOVE_ACTS",
            "CCAM_REVENUE_ABOVE_REVENUE",
            "RATE_OUT_OF_RANGE",
            "CLOSES_BEFORE_OPENING",
            "PURCHASES_WITHOUT_BASIS");
  }
}
