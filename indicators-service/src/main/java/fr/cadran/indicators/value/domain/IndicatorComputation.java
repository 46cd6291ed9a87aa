package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.Breakdown;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.Formula;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Input;
import fr.cadran.indicators.formula.domain.Evaluation;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the indicators of one quarter of one centre from what is known of it and of the earlier
 * quarters of the same year. A pure function of the records: the same records give the same values.
 * Odd data never stop it; they give a value with a flag, or no value with its reason.
 */
public final class IndicatorComputation {
  private final QuarterlyRecord current;
  private final Map<Quarter, QuarterlyRecord> known;

  private IndicatorComputation(QuarterlyRecord current, Map<Quarter, QuarterlyRecord> known) {
    this.current = current;
    this.known = known;
  }

  /**
   * Every value of every definition.
   *
   * @param definitions what to compute
   * @param current the record of the quarter
   * @param earlier records of other quarters, in any order; those that no formula reads do no harm
   */
  public static List<IndicatorValue> compute(
      List<IndicatorDefinition> definitions,
      QuarterlyRecord current,
      Collection<QuarterlyRecord> earlier) {
    Map<Quarter, QuarterlyRecord> known = new TreeMap<>();
    earlier.forEach(record -> known.put(record.quarter(), record));
    known.put(current.quarter(), current);
    IndicatorComputation computation = new IndicatorComputation(current, known);
    List<IndicatorValue> values = new ArrayList<>();
    for (IndicatorDefinition definition : definitions) {
      values.add(computation.value(definition, null));
      if (definition.breakdown() == Breakdown.SPECIALTY_AND_CENTRE) {
        current
            .specialties()
            .forEach(specialty -> values.add(computation.value(definition, specialty)));
      }
    }
    return List.copyOf(values);
  }

  private IndicatorValue value(IndicatorDefinition definition, @Nullable String specialty) {
    List<Reading> readings =
        definition.formulas().stream().map(formula -> read(formula, specialty)).toList();
    for (Reading reading : readings) {
      if (reading.missing.isEmpty()) {
        return evaluated(definition, specialty, reading);
      }
    }
    Reading preferred = readings.getFirst();
    return new IndicatorValue(
        definition,
        current.quarter(),
        specialty,
        null,
        null,
        null,
        "MISSING_INPUT: " + String.join(", ", preferred.missing),
        Set.of(),
        List.of(),
        preferred.sources(),
        new Trace(preferred.formula.whole().text(), null, preferred.inputs, preferred.parameters));
  }

  private IndicatorValue evaluated(
      IndicatorDefinition definition, @Nullable String specialty, Reading reading) {
    Formula formula = reading.formula;
    Rational numerator = exact(formula.numerator().substitute(reading::figureOf));
    Expression below = formula.denominator();
    Rational denominator = below == null ? null : exact(below.substitute(reading::figureOf));
    Expression substituted = formula.whole().substitute(reading::figureOf);
    Rational value = null;
    String missingReason = null;
    switch (substituted.evaluate()) {
      case Evaluation.Exact(Rational result) -> value = result;
      case Evaluation.ZeroDivisor(Expression divisor) ->
          missingReason = "ZERO_DENOMINATOR: " + figureNames(formula, divisor);
    }
    return new IndicatorValue(
        definition,
        current.quarter(),
        specialty,
        denominator == null ? null : numerator,
        denominator,
        value,
        missingReason,
        flags(numerator, denominator),
        formula.warning() == null ? List.of() : List.of(formula.warning()),
        reading.sources(),
        new Trace(formula.whole().text(), substituted.text(), reading.inputs, reading.parameters));
  }

  /**
   * Numerators and denominators of the catalogue are sums and differences: they always evaluate.
   */
  private static Rational exact(Expression substituted) {
    return switch (substituted.evaluate()) {
      case Evaluation.Exact(Rational value) -> value;
      case Evaluation.ZeroDivisor none ->
          throw new IllegalStateException("a numerator or denominator divides: " + none.divisor());
    };
  }

  private static Set<IndicatorValue.Flag> flags(
      Rational numerator, @Nullable Rational denominator) {
    boolean negative = numerator.signum() < 0 || (denominator != null && denominator.signum() < 0);
    return negative
        ? EnumSet.of(IndicatorValue.Flag.NEGATIVE)
        : EnumSet.noneOf(IndicatorValue.Flag.class);
  }

  private static String figureNames(Formula formula, Expression divisor) {
    return divisor.variables().stream()
        .flatMap(variable -> formula.input(variable).stream())
        .map(input -> input.figure().shortName())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Reading read(Formula formula, @Nullable String specialty) {
    Reading reading = new Reading(formula);
    formula.inputs().forEach(input -> read(input, specialty, reading));
    return reading;
  }

  private void read(Input input, @Nullable String specialty, Reading reading) {
    List<Expression.Known> figures = new ArrayList<>();
    switch (input.reach()) {
      case QUARTER -> readFrom(current.quarter(), input, specialty, reading, figures);
      case PREVIOUS_QUARTER_OF_YEAR -> {
        if (current.quarter().isFirstOfYear()) {
          figures.add(input.variable().is(Rational.ZERO));
        } else {
          readFrom(current.quarter().previous(), input, specialty, reading, figures);
        }
      }
      case MONTHS_OF_PURCHASES ->
          monthsOfPurchases(reading)
              .forEach(quarter -> readFrom(quarter, input, specialty, reading, figures));
    }
    if (!figures.isEmpty()) {
      reading.figures.put(input.variable(), Expression.sum(figures));
    }
  }

  private List<Quarter> monthsOfPurchases(Reading reading) {
    PurchasesBasis basis = current.purchasesBasis();
    if (basis == null) {
      reading.missing.add("purchases.basis");
      return List.of();
    }
    reading.parameters.add(
        new TracedParameter(
            "purchases.basis",
            basis.name(),
            "quarterly-data %s version %d, finance.purchases.basis"
                .formatted(current.quarter(), current.version())));
    return switch (basis) {
      case CUMULATIVE -> current.quarter().yearToDate();
      case QUARTER -> List.of(current.quarter());
    };
  }

  private void readFrom(
      Quarter quarter,
      Input input,
      @Nullable String specialty,
      Reading reading,
      List<Expression.Known> figures) {
    Figure figure = input.figure();
    QuarterlyRecord record = known.get(quarter);
    if (figure.isFromAppointmentLedger()) {
      reading.missing.add(figure.shortName());
    } else if (record == null) {
      reading.missing.add(figure.shortName() + " " + quarter);
    } else if (!figure.isPerSpecialty()) {
      accept(record, null, input, record.figure(figure).orElse(null), reading, figures);
    } else if (specialty != null) {
      accept(
          record,
          specialty,
          input,
          record.figure(figure, specialty).orElse(null),
          reading,
          figures);
    } else if (record.activity().isEmpty()) {
      reading.missing.add("activity");
    } else {
      record
          .specialties()
          .forEach(row ->
              accept(
                  record, row, input, record.figure(figure, row).orElse(null), reading, figures));
    }
  }

  private void accept(
      QuarterlyRecord record,
      @Nullable String specialty,
      Input input,
      @Nullable Rational value,
      Reading reading,
      List<Expression.Known> figures) {
    Figure figure = input.figure();
    RecordSource source = RecordSource.of(record);
    reading.sources.add(source);
    if (value == null) {
      reading.missing.add(
          figure.shortName()
              + (specialty == null ? "" : " " + specialty)
              + (record.quarter().equals(current.quarter()) ? "" : " " + record.quarter()));
      return;
    }
    figures.add(input.variable().is(value));
    reading.inputs.add(
        new TracedInput(
            input.name(),
            figure,
            specialty == null ? figure.path() : figure.pathFor(specialty),
            specialty,
            value,
            source));
  }

  /** What was found and what was not, while the inputs of one formula are read. */
  private static final class Reading {
    private final Formula formula;
    private final Map<Expression.Variable, Expression> figures = new LinkedHashMap<>();
    private final List<TracedInput> inputs = new ArrayList<>();
    private final List<TracedParameter> parameters = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<RecordSource> sources =
        new TreeSet<>(Comparator.comparing(RecordSource::quarter));

    Reading(Formula formula) {
      this.formula = formula;
    }

    List<RecordSource> sources() {
      return List.copyOf(sources);
    }

    Expression figureOf(Expression.Variable variable) {
      Expression figure = figures.get(variable);
      if (figure == null) {
        throw new IllegalStateException(variable.name() + " was not read");
      }
      return figure;
    }
  }
}
