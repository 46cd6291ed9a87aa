package fr.cadran.centres.quarterlydata.domain;

import static fr.cadran.centres.quarterlydata.domain.SubmissionCheck.Severity.BLOCKING;
import static fr.cadran.centres.quarterlydata.domain.SubmissionCheck.Severity.WARNING;

import fr.cadran.centres.quarterlydata.domain.Figure.Accrual;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.AppointmentOutcomes;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Finance;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningDay;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Patients;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Purchases;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Revenue;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ServiceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every check that a submission passes, in the order in which findings are told. The names are the
 * stable codes. A blocking finding refuses the submission; a warning must be acknowledged as {@code
 * CODE:path}. Source of the list: centres.md §3 (rules), after seed 000 §2.1 and ANNEXES I and II.
 */
public enum SubmissionCheck {
  /** Nothing is declared: neither a figure nor opening hours. */
  EMPTY_RECORD(BLOCKING),

  /** The quarter has not begun. */
  QUARTER_IN_FUTURE(BLOCKING),

  /** The quarter cannot be submitted yet, though it has begun. */
  WINDOW_NOT_OPEN(BLOCKING),

  /** The quarter cannot be submitted any more. */
  WINDOW_CLOSED(BLOCKING),

  /** The centre was open on no day of the quarter: it opened later or had closed before. */
  CENTRE_NOT_OPEN(BLOCKING),

  /** A specialty counts more CCAM acts than acts. */
  CCAM_ACTS_ABOVE_ACTS(BLOCKING),

  /** A specialty earns more with CCAM acts than with all its acts. */
  CCAM_REVENUE_ABOVE_REVENUE(BLOCKING),

  /**
   * A rate made of a part and its whole is above 100 %: more calls answered than received, more
   * imaging done in the centre than prescribed, more chair hours occupied than available. Blocking
   * like every rate outside 0–100 % (centres.md §3), because each part is counted within its whole.
   */
  RATE_OUT_OF_RANGE(BLOCKING),

  /** The afternoon of a day opens before its morning closes. */
  CLOSES_BEFORE_OPENING(BLOCKING),

  /** Purchases without saying whether they are of the quarter or since 1 January. */
  PURCHASES_WITHOUT_BASIS(BLOCKING),

  /** Services or specialties add up to more than the declared total, which covers fewer of them. */
  SPECIALTIES_ABOVE_TOTAL(WARNING),

  /** Appointments − passages + consultations without appointment is below zero (ANNEXE I). */
  NEGATIVE_NON_VENUE(WARNING),

  /** An amount that reversals may make negative is negative. */
  NEGATIVE_QUARTER_FIGURE(WARNING),

  /** A figure cumulative since 1 January is below that of the quarter before. */
  CUMULATIVE_DECREASED(WARNING),

  /** A specialty earns revenue without acts. */
  REVENUE_WITHOUT_ACTS(WARNING),

  /**
   * The consultations without appointment of the centre are not the acts of the service of that
   * name, or fewer than those of the specialties together: the grid asks for them in three places.
   */
  WITHOUT_APPOINTMENT_MISMATCH(WARNING),

  /** The register of the option de coordination counts memberships or renewals otherwise. */
  OPTION_REGISTER_MISMATCH(WARNING),

  /** A figure is far from the last eight submitted quarters of the centre. */
  OUT_OF_HISTORY(WARNING);

  /** What a finding does to a submission. */
  public enum Severity {
    BLOCKING,
    WARNING
  }

  private record Place(String path, String pointer, List<String> dates) {
    static final Place WHOLE_RECORD = new Place("", "");

    Place(String path, String pointer) {
      this(path, pointer, List.of());
    }

    static Place wholeRecord(LocalDate date) {
      return new Place("", "", List.of(date.toString()));
    }

    static Place field(String path) {
      return new Place(path, "/" + path.replace('.', '/'));
    }

    static Place of(Figure figure) {
      return new Place(figure.path(), figure.pointer());
    }
  }

  /** The row of "Annexe 1" that is the consultations without appointment themselves. */
  private static final String WITHOUT_APPOINTMENT_SERVICE = "CONSULTATIONS_SANS_RENDEZ_VOUS";

  private final Severity severity;

  SubmissionCheck(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** What this check finds, nothing when it holds. */
  public List<Finding> findings(Submission submission) {
    return violations(submission)
        .map(place -> new Finding(this, place.path(), place.pointer(), place.dates()))
        .toList();
  }

  /** What all checks find, in the order of the list. */
  public static List<Finding> all(Submission submission) {
    return Stream.of(values()).flatMap(check -> check.findings(submission).stream()).toList();
  }

  private Stream<Place> violations(Submission submission) {
    return switch (this) {
      case EMPTY_RECORD -> emptyRecord(submission);
      case QUARTER_IN_FUTURE -> quarterInFuture(submission);
      case WINDOW_NOT_OPEN -> windowNotOpen(submission);
      case WINDOW_CLOSED -> windowClosed(submission);
      case CENTRE_NOT_OPEN -> centreNotOpen(submission);
      case CCAM_ACTS_ABOVE_ACTS -> ccamActsAboveActs(submission);
      case CCAM_REVENUE_ABOVE_REVENUE -> ccamRevenueAboveRevenue(submission);
      case RATE_OUT_OF_RANGE -> rateOutOfRange(submission);
      case CLOSES_BEFORE_OPENING -> closesBeforeOpening(submission);
      case PURCHASES_WITHOUT_BASIS -> purchasesWithoutBasis(submission);
      case SPECIALTIES_ABOVE_TOTAL -> specialtiesAboveTotal(submission);
      case NEGATIVE_NON_VENUE -> negativeNonVenue(submission);
      case NEGATIVE_QUARTER_FIGURE -> negativeQuarterFigure(submission);
      case CUMULATIVE_DECREASED -> cumulativeDecreased(submission);
      case REVENUE_WITHOUT_ACTS -> revenueWithoutActs(submission);
      case WITHOUT_APPOINTMENT_MISMATCH -> withoutAppointmentMismatch(submission);
      case OPTION_REGISTER_MISMATCH -> optionRegisterMismatch(submission);
      case OUT_OF_HISTORY -> outOfHistory(submission);
    };
  }

  private static Stream<Place> emptyRecord(Submission submission) {
    boolean empty =
        Figures.of(submission.content()).isEmpty() && submission.content().openingDays().isEmpty();
    return empty ? Stream.of(Place.WHOLE_RECORD) : Stream.empty();
  }

  private static Stream<Place> quarterInFuture(Submission submission) {
    return submission.quarter().firstDay().isAfter(submission.today())
        ? Stream.of(Place.WHOLE_RECORD)
        : Stream.empty();
  }

  private static Stream<Place> windowNotOpen(Submission submission) {
    boolean begun = !submission.quarter().firstDay().isAfter(submission.today());
    return begun && submission.window().isBeforeOpening(submission.today())
        ? Stream.of(Place.wholeRecord(submission.window().opensOn()))
        : Stream.empty();
  }

  private static Stream<Place> windowClosed(Submission submission) {
    LocalDate closesOn = submission.window().closesOn();
    return closesOn != null && submission.window().isAfterClosing(submission.today())
        ? Stream.of(Place.wholeRecord(closesOn))
        : Stream.empty();
  }

  private static Stream<Place> centreNotOpen(Submission submission) {
    LocalDate openedOn = submission.centreOpenedOn();
    if (openedOn != null && openedOn.isAfter(submission.quarter().lastDay())) {
      return Stream.of(Place.wholeRecord(openedOn));
    }
    LocalDate closedOn = submission.centreClosedOn();
    return closedOn != null && closedOn.isBefore(submission.quarter().firstDay())
        ? Stream.of(Place.wholeRecord(closedOn))
        : Stream.empty();
  }

  private static Stream<Place> ccamActsAboveActs(Submission submission) {
    return rowsWhere(
        submission,
        "ccamActs",
        row -> row.ccamActs() != null && row.acts() != null && row.ccamActs() > row.acts());
  }

  private static Stream<Place> ccamRevenueAboveRevenue(Submission submission) {
    return rowsWhere(
        submission,
        "ccamRevenue",
        row ->
            row.ccamRevenue() != null
                && row.revenue() != null
                && row.ccamRevenue().compareTo(row.revenue()) > 0);
  }

  private static Stream<Place> rateOutOfRange(Submission submission) {
    List<Place> found = new ArrayList<>();
    Patients patients = submission.content().patients();
    if (patients != null && isAbove(patients.callsAnswered(), patients.callsReceived())) {
      found.add(Place.field("patients.callsAnswered"));
    }
    ServiceData services = submission.content().serviceData();
    if (services != null) {
      if (isAbove(services.imagingPrescriptionsInHouse(), services.imagingPrescriptions())) {
        found.add(Place.field("serviceData.imagingPrescriptionsInHouse"));
      }
      if (isAbove(services.chairHoursOccupied(), services.chairHoursAvailable())) {
        found.add(Place.field("serviceData.chairHoursOccupied"));
      }
    }
    return found.stream();
  }

  private static <T extends Comparable<T>> boolean isAbove(@Nullable T part, @Nullable T whole) {
    return part != null && whole != null && part.compareTo(whole) > 0;
  }

  private static Stream<Place> closesBeforeOpening(Submission submission) {
    return submission.content().openingDays().entrySet().stream()
        .filter(day -> afternoonStartsInMorning(day.getValue()))
        .map(day -> Place.field("openingHours." + day.getKey() + ".afternoon.start"));
  }

  private static boolean afternoonStartsInMorning(OpeningDay day) {
    LocalTime morningEnds = day.morning() == null ? null : endOf(day.morning());
    LocalTime afternoonStarts = day.afternoon() == null ? null : startOf(day.afternoon());
    return morningEnds != null && afternoonStarts != null && afternoonStarts.isBefore(morningEnds);
  }

  /** When an open half-day closes, null when it is closed all along. */
  private static @Nullable LocalTime endOf(OpeningSlot slot) {
    LocalTime end = LocalTime.parse(Objects.requireNonNull(slot.end()));
    return end.equals(LocalTime.MIDNIGHT) ? null : end;
  }

  private static @Nullable LocalTime startOf(OpeningSlot slot) {
    return endOf(slot) == null ? null : LocalTime.parse(Objects.requireNonNull(slot.start()));
  }

  private static Stream<Place> purchasesWithoutBasis(Submission submission) {
    Finance finance = submission.content().finance();
    Purchases purchases = finance == null ? null : finance.purchases();
    boolean given =
        Figures.of(submission.content()).stream()
            .anyMatch(figure -> figure.path().startsWith("finance.purchases."));
    return purchases != null && purchases.basis() == null && given
        ? Stream.of(Place.field("finance.purchases.basis"))
        : Stream.empty();
  }

  private static Stream<Place> specialtiesAboveTotal(Submission submission) {
    List<Place> found = new ArrayList<>();
    Finance finance = submission.content().finance();
    Revenue revenue = finance == null ? null : finance.revenue();
    if (revenue != null && revenue.total() != null) {
      BigDecimal ofServices =
          sum(
              revenue.medecineGenerale(),
              revenue.specialites(),
              revenue.dentaire(),
              revenue.imagerie());
      BigDecimal ofSpecialties =
          sum(
              submission.content().activityRows().stream()
                  .map(ActivityRow::revenue)
                  .toArray(BigDecimal[]::new));
      if (ofServices.max(ofSpecialties).compareTo(revenue.total()) > 0) {
        found.add(Place.field("finance.revenue.total"));
      }
    }
    Purchases purchases = finance == null ? null : finance.purchases();
    if (purchases != null && purchases.total() != null) {
      BigDecimal ofServices =
          sum(
              purchases.medecineGenerale(),
              purchases.specialites(),
              purchases.dentaire(),
              purchases.imagerie());
      if (ofServices.compareTo(purchases.total()) > 0) {
        found.add(Place.field("finance.purchases.total"));
      }
    }
    return found.stream();
  }

  private static BigDecimal sum(@Nullable BigDecimal... amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal amount : amounts) {
      if (amount != null) {
        sum = sum.add(amount);
      }
    }
    return sum;
  }

  private static Stream<Place> negativeNonVenue(Submission submission) {
    Patients patients = submission.content().patients();
    return patients != null
            && patients.appointments() != null
            && patients.passages() != null
            && patients.withoutAppointment() != null
            && patients.appointments() - patients.passages() + patients.withoutAppointment() < 0
        ? Stream.of(Place.field("patients.passages"))
        : Stream.empty();
  }

  private static Stream<Place> negativeQuarterFigure(Submission submission) {
    return Figures.of(submission.content()).stream()
        .filter(figure -> figure.value().signum() < 0)
        .map(Place::of);
  }

  private static Stream<Place> cumulativeDecreased(Submission submission) {
    return Figures.of(submission.content()).stream()
        .filter(figure -> figure.accrual() == Accrual.SINCE_JANUARY)
        .filter(figure -> {
          BigDecimal before = submission.history().previousOfTheYear(submission.quarter(), figure);
          return before != null && figure.value().compareTo(before) < 0;
        })
        .map(Place::of);
  }

  private static Stream<Place> revenueWithoutActs(Submission submission) {
    return Stream.concat(
        rowsWhere(
            submission, "revenue", row -> isPositive(row.revenue()) && isNoneOrUnknown(row.acts())),
        rowsWhere(
            submission,
            "ccamRevenue",
            row -> isPositive(row.ccamRevenue()) && isNoneOrUnknown(row.ccamActs())));
  }

  private static boolean isPositive(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() > 0;
  }

  private static boolean isNoneOrUnknown(@Nullable Long count) {
    return count == null || count == 0;
  }

  private static Stream<Place> withoutAppointmentMismatch(Submission submission) {
    Patients patients = submission.content().patients();
    if (patients == null || patients.withoutAppointment() == null) {
      return Stream.empty();
    }
    long declared = patients.withoutAppointment();
    long ofSpecialties = 0;
    boolean differs = false;
    for (ActivityRow row : submission.content().activityRows()) {
      if (WITHOUT_APPOINTMENT_SERVICE.equals(row.specialty()) && row.acts() != null) {
        differs |= row.acts() != declared;
      }
      AppointmentOutcomes outcomes = row.appointmentOutcomes();
      if (outcomes != null && outcomes.withoutAppointment() != null) {
        ofSpecialties += outcomes.withoutAppointment();
      }
    }
    return differs || ofSpecialties > declared
        ? Stream.of(Place.field("patients.withoutAppointment"))
        : Stream.empty();
  }

  private static Stream<Place> optionRegisterMismatch(Submission submission) {
    Patients patients = submission.content().patients();
    RegisteredMemberships registered = submission.registered();
    if (patients == null || registered == null) {
      return Stream.empty();
    }
    List<Place> found = new ArrayList<>();
    if (patients.optionMemberships() != null
        && patients.optionMemberships() != registered.begun()) {
      found.add(Place.field("patients.optionMemberships"));
    }
    if (patients.optionRenewals() != null && patients.optionRenewals() != registered.renewed()) {
      found.add(Place.field("patients.optionRenewals"));
    }
    return found.stream();
  }

  private static Stream<Place> outOfHistory(Submission submission) {
    Map<String, List<BigDecimal>> series = submission.history().seriesBefore(submission.quarter());
    return Figures.of(submission.content()).stream()
        .filter(figure -> {
          BigDecimal value = submission.history().ofTheQuarter(submission.quarter(), figure);
          return value != null
              && ModifiedZScore.isOut(value, series.getOrDefault(figure.path(), List.of()));
        })
        .map(Place::of);
  }

  private static Stream<Place> rowsWhere(
      Submission submission, String field, Predicate<ActivityRow> condition) {
    List<ActivityRow> rows = submission.content().activityRows();
    return IntStream.range(0, rows.size())
        .filter(i -> condition.test(rows.get(i)))
        .mapToObj(i ->
            new Place(
                "activity[" + rows.get(i).specialty() + "]." + field,
                "/activity/" + i + "/" + field));
  }
}
