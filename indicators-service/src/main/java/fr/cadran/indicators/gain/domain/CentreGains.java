package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The potential gains of a centre from its own quarterly records: every levier that has a
 * calculator, by every method. What the records do not say leaves a gain absent, with its reason.
 */
public final class CentreGains {
  private static final Map<GainInput, Figure> OF_A_SPECIALTY =
      Map.of(
          GainInput.HONOURED, Figure.HONOURED,
          GainInput.WITHOUT_APPOINTMENT, Figure.CONSULTATIONS_WITHOUT_APPOINTMENT,
          GainInput.CANCELLED, Figure.CANCELLED,
          GainInput.NOT_HONOURED, Figure.NOT_HONOURED,
          GainInput.REVENUE, Figure.REVENUE,
          GainInput.ACTS, Figure.ACTS,
          GainInput.CCAM_ACTS, Figure.CCAM_ACTS,
          GainInput.CCAM_REVENUE, Figure.CCAM_REVENUE,
          GainInput.ROOMS, Figure.ROOMS,
          GainInput.SESSIONS_HELD, Figure.SESSIONS_HELD);

  private static final List<Figure> MEDICAL_PAYROLL =
      List.of(
          Figure.PAYROLL_MEDECINE_GENERALE,
          Figure.PAYROLL_SPECIALITES,
          Figure.PAYROLL_DENTAIRE,
          Figure.PAYROLL_IMAGERIE);

  private final QuarterlyRecord current;

  /** The quarter before in the same year, null when it is not known or this is the first. */
  private final @Nullable QuarterlyRecord before;

  private CentreGains(QuarterlyRecord current, @Nullable QuarterlyRecord before) {
    this.current = current;
    this.before = before;
  }

  /**
   * The gains of every known quarter from one on.
   *
   * @param from the first quarter
   * @param records all that is known of the centre, in any order
   */
  public static List<QuarterGain> computeFrom(Quarter from, Collection<QuarterlyRecord> records) {
    TreeMap<Quarter, QuarterlyRecord> known = new TreeMap<>();
    records.forEach(record -> known.put(record.quarter(), record));
    List<QuarterGain> gains = new ArrayList<>();
    for (QuarterlyRecord record : known.tailMap(from).values()) {
      Quarter quarter = record.quarter();
      CentreGains centre =
          new CentreGains(record, quarter.isFirstOfYear() ? null : known.get(quarter.previous()));
      for (Levier levier : Levier.values()) {
        GainMethod.of(levier).forEach(method -> gains.add(centre.gain(method)));
      }
    }
    return List.copyOf(gains);
  }

  private QuarterGain gain(GainMethod method) {
    List<GainRow> rows =
        method.isPerSpecialty()
            ? current.specialties().stream().map(specialty -> row(method, specialty)).toList()
            : List.of(row(method, null));
    List<RecordSource> sources = new ArrayList<>();
    if (before != null && readsCumulativeFigures(method.levier())) {
      sources.add(RecordSource.of(before));
    }
    sources.add(RecordSource.of(current));
    return new QuarterGain(
        current.quarter(),
        current.version(),
        GainCalculator.calculate(method, Period.QUARTER, Map.of(), rows),
        sources);
  }

  private static boolean readsCumulativeFigures(Levier levier) {
    return switch (levier) {
      case IMPAYES, ACHATS, RATIOS_PERSONNEL -> true;
      default -> false;
    };
  }

  private GainRow row(GainMethod method, @Nullable String specialty) {
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    for (GainInput input : method.inputs()) {
      figure(method, input, specialty).ifPresent(value -> figures.put(input, value));
    }
    return new GainRow(specialty, figures);
  }

  private Optional<Rational> figure(
      GainMethod method, GainInput input, @Nullable String specialty) {
    if (specialty != null) {
      Figure figure = OF_A_SPECIALTY.get(input);
      return figure == null
          ? current.figure(Figure.OPEN_HALF_DAYS)
          : current.figure(figure, specialty);
    }
    return switch (input) {
      case REVENUE -> current.figure(revenueOf(method.levier()));
      case CHARGES ->
          current.figure(
              method.levier() == Levier.IMAGERIE
                  ? Figure.CHARGES_IMAGERIE
                  : Figure.CHARGES_DENTAIRE);
      // Good practice, 1 % of revenue, is said of what patients owe.
      case UNPAID -> ofTheQuarter(Figure.UNPAID_PATIENTS);
      case INVOICES_SENT -> current.figure(Figure.INVOICES_SENT);
      case INVOICES_REJECTED ->
          both(
              current.figure(Figure.REJECTED_SECURITE_SOCIALE),
              current.figure(Figure.REJECTED_MUTUELLES),
              Rational::plus);
      case SUBSIDY -> current.figure(Figure.SAMPLING_SUBSIDY);
      case FILES -> current.figure(Figure.SAMPLING_FILES);
      case ELIGIBLE_PATIENTS -> current.figure(Figure.WITH_MEDECIN_TRAITANT);
      case MEMBERS -> current.figure(Figure.OPTION_MEMBERSHIPS);
      case PURCHASES -> purchases();
      case NON_MEDICAL_PAYROLL -> ofTheQuarter(Figure.NON_MEDICAL_PAYROLL);
      case MEDICAL_PAYROLL ->
          MEDICAL_PAYROLL.stream()
              .map(this::ofTheQuarter)
              .reduce((one, other) -> both(one, other, Rational::plus))
              .orElseThrow();
      default -> throw new IllegalArgumentException(input + " is no figure of the centre");
    };
  }

  private static Figure revenueOf(Levier levier) {
    return switch (levier) {
      case IMAGERIE -> Figure.TURNOVER_IMAGERIE;
      case DENTAIRE -> Figure.TURNOVER_DENTAIRE;
      default -> Figure.TURNOVER;
    };
  }

  private Optional<Rational> purchases() {
    PurchasesBasis basis = current.purchasesBasis();
    return switch (basis) {
      case null -> Optional.empty();
      case QUARTER -> current.figure(Figure.PURCHASES);
      case CUMULATIVE ->
          before == null || before.purchasesBasis() == PurchasesBasis.CUMULATIVE
              ? ofTheQuarter(Figure.PURCHASES)
              : Optional.empty();
    };
  }

  /** The difference with the quarter before of a figure that is cumulative since 1 January. */
  private Optional<Rational> ofTheQuarter(Figure cumulative) {
    Optional<Rational> now = current.figure(cumulative);
    if (current.quarter().isFirstOfYear()) {
      return now;
    }
    return before == null
        ? Optional.empty()
        : both(now, before.figure(cumulative), Rational::minus);
  }

  private static Optional<Rational> both(
      Optional<Rational> one, Optional<Rational> other, BinaryOperator<Rational> together) {
    return one.flatMap(first -> other.map(second -> together.apply(first, second)));
  }
}
