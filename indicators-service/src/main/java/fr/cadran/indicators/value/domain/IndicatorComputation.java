package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.Breakdown;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.FixedFigure;
import fr.cadran.indicators.catalogue.domain.Formula;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Input;
import fr.cadran.indicators.catalogue.domain.OverQuarters;
import fr.cadran.indicators.formula.domain.Evaluation;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the indicators of a centre, for quarters, calendar years and rolling years, from its
 * quarterly records. A pure function of the records: the same records give the same values. Odd
 * data never stop it; they give a value with a flag, or no value with its reason.
 */
public final class IndicatorComputation {
  private static final String RECORD = "quarterly-data";
  private static final String BASE_YEAR = "baseYear";
  private static final Map<OverQuarters, TracedParameter> PERIOD_RULES =
      Arrays.stream(OverQuarters.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  rule -> rule,
                  rule ->
                      new TracedParameter(
                          "period.rule",
                          rule.name(),
                          "%s — %s".formatted(rule.label().fr(), rule.label().en()))));

  private final List<IndicatorDefinition> definitions;
  private final TreeMap<Quarter, QuarterlyRecord> known = new TreeMap<>();

  /** Formulas as people read them; each stands in hundreds of traces. */
  private final IdentityHashMap<Formula, String> texts = new IdentityHashMap<>();

  private IndicatorComputation(
      List<IndicatorDefinition> definitions, Collection<QuarterlyRecord> records) {
    this.definitions = definitions;
    records.forEach(record -> known.put(record.quarter(), record));
  }

  /**
   * Every value of one quarter.
   *
   * @param definitions what to compute
   * @param current the record of the quarter
   * @param others records of other quarters, in any order; those that no formula reads do no harm
   */
  public static List<IndicatorValue> compute(
      List<IndicatorDefinition> definitions,
      QuarterlyRecord current,
      Collection<QuarterlyRecord> others) {
    IndicatorComputation computation = new IndicatorComputation(definitions, others);
    computation.known.put(current.quarter(), current);
    return computation.values(ValuePeriod.QUARTER, current.quarter());
  }

  /**
   * Every value that stands at a quarter or later: of each known quarter, of the rolling year that
   * ends with it, and of each calendar year of which a quarter is known. A record changes no value
   * that stands before it, so these are all that its arrival can change.
   *
   * @param definitions what to compute
   * @param from the first quarter
   * @param records all that is known of the centre, in any order
   */
  public static List<IndicatorValue> computeFrom(
      List<IndicatorDefinition> definitions, Quarter from, Collection<QuarterlyRecord> records) {
    IndicatorComputation computation = new IndicatorComputation(definitions, records);
    List<IndicatorValue> values = new ArrayList<>();
    SortedSet<Quarter> yearEnds = new TreeSet<>();
    for (Quarter quarter : computation.known.tailMap(from).keySet()) {
      values.addAll(computation.values(ValuePeriod.QUARTER, quarter));
      values.addAll(computation.values(ValuePeriod.ROLLING_4_QUARTERS, quarter));
      yearEnds.add(new Quarter(quarter.year(), 4));
    }
    yearEnds.forEach(end -> values.addAll(computation.values(ValuePeriod.YEAR, end)));
    return List.copyOf(values);
  }

  private List<IndicatorValue> values(ValuePeriod period, Quarter last) {
    Span span = new Span(period, period.endingAt(last));
    Set<String> specialties = new LinkedHashSet<>();
    for (Quarter quarter : span.quarters()) {
      QuarterlyRecord record = known.get(quarter);
      if (record != null) {
        specialties.addAll(record.specialties());
      }
    }
    List<IndicatorValue> values = new ArrayList<>();
    for (IndicatorDefinition definition : definitions) {
      values.add(value(definition, span, null));
      if (definition.breakdown() == Breakdown.SPECIALTY_AND_CENTRE) {
        specialties.forEach(specialty -> values.add(value(definition, span, specialty)));
      }
    }
    return List.copyOf(values);
  }

  private IndicatorValue value(
      IndicatorDefinition definition, Span span, @Nullable String specialty) {
    List<Formula> formulas =
        span.period() == ValuePeriod.QUARTER ? definition.formulas() : definition.periodFormulas();
    List<Reading> readings =
        formulas.stream()
            .filter(formula -> formula.level().covers(specialty))
            .map(formula -> read(formula, span, specialty))
            .toList();
    for (Reading reading : readings) {
      if (reading.missing.isEmpty()) {
        return evaluated(definition, specialty, reading);
      }
    }
    Reading preferred = readings.getFirst();
    return new IndicatorValue(
        definition,
        span.period(),
        span.last(),
        specialty,
        null,
        null,
        null,
        "MISSING_INPUT: " + String.join(", ", preferred.missing),
        Set.of(),
        List.of(),
        preferred.sources(),
        new Trace(
            text(preferred.formula), null, preferred.inputs, List.copyOf(preferred.parameters)));
  }

  private String text(Formula formula) {
    return texts.computeIfAbsent(formula, one -> one.whole().text());
  }

  private IndicatorValue evaluated(
      IndicatorDefinition definition, @Nullable String specialty, Reading reading) {
    Formula formula = reading.formula;
    OverQuarters rule = formula.overQuarters();
    Expression above = formula.numerator();
    Expression below = formula.denominator();
    Expression numerators = together(reading.substituted(above), rule == OverQuarters.MEAN);
    Expression denominators =
        below == null
            ? null
            : together(reading.substituted(below), rule == OverQuarters.SUM_OVER_MEAN);
    Rational numerator = exact(numerators);
    Rational denominator = denominators == null ? null : exact(denominators);
    Expression substituted = denominators == null ? numerators : numerators.dividedBy(denominators);
    Rational value = null;
    String missingReason = null;
    switch (substituted.evaluate()) {
      case Evaluation.Exact(Rational result) -> value = result;
      case Evaluation.ZeroDivisor(Expression divisor) ->
          missingReason = "ZERO_DENOMINATOR: " + figureNames(formula, divisor);
    }
    return new IndicatorValue(
        definition,
        reading.span.period(),
        reading.span.last(),
        specialty,
        denominator == null ? null : numerator,
        denominator,
        value,
        missingReason,
        flags(numerator, denominator),
        formula.warning() == null ? List.of() : List.of(formula.warning()),
        reading.sources(),
        new Trace(
            text(formula), substituted.text(), reading.inputs, List.copyOf(reading.parameters)));
  }

  private static Expression together(List<Expression> quarters, boolean mean) {
    Expression sum = Expression.sum(quarters);
    return mean && quarters.size() > 1
        ? sum.dividedBy(Expression.variable("trimestres").is(Rational.of(quarters.size())))
        : sum;
  }

  /**
   * Numerators and denominators of the catalogue divide by nothing but a number of quarters: they
   * always evaluate.
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

  private Reading read(Formula formula, Span span, @Nullable String specialty) {
    Reading reading = new Reading(formula, span);
    for (Quarter quarter : span.quarters()) {
      QuarterlyRecord record = known.get(quarter);
      if (record == null) {
        reading.missing.add(RECORD + " " + quarter);
        continue;
      }
      Map<Expression.Variable, Expression> figures = new LinkedHashMap<>();
      for (Input input : formula.inputs()) {
        List<Expression> found = new ArrayList<>();
        read(record, input, specialty, reading, found);
        if (!found.isEmpty()) {
          figures.put(input.variable(), Expression.sum(found));
        }
      }
      for (FixedFigure fixed : formula.fixed()) {
        figures.put(fixed.variable(), fixed.variable().is(fixed.value()));
      }
      reading.quarters.add(figures);
    }
    for (FixedFigure fixed : formula.fixed()) {
      reading.parameters.add(
          new TracedParameter(fixed.variable().name(), fixed.value().toString(), fixed.source()));
    }
    if (span.period() != ValuePeriod.QUARTER) {
      reading.parameters.add(PERIOD_RULES.get(formula.overQuarters()));
    }
    return reading;
  }

  private void read(
      QuarterlyRecord record,
      Input input,
      @Nullable String specialty,
      Reading reading,
      List<Expression> figures) {
    Quarter quarter = record.quarter();
    switch (input.reach()) {
      case QUARTER -> readFrom(quarter, input, specialty, reading, figures);
      case PREVIOUS_QUARTER_OF_YEAR -> {
        if (quarter.isFirstOfYear()) {
          figures.add(input.variable().is(Rational.ZERO));
        } else {
          readFrom(quarter.previous(), input, specialty, reading, figures);
        }
      }
      case MONTHS_OF_PURCHASES -> {
        PurchasesBasis basis = purchasesBasis(record, reading);
        if (basis != null) {
          monthsOf(basis, quarter)
              .forEach(month -> readFrom(month, input, specialty, reading, figures));
        }
      }
      case QUARTER_OF_PURCHASES -> readPurchases(record, input, specialty, reading, figures);
      case SAME_QUARTER_OF_BASE_YEAR -> readBaseYear(quarter, input, specialty, reading, figures);
    }
  }

  private static List<Quarter> monthsOf(PurchasesBasis basis, Quarter quarter) {
    return switch (basis) {
      case CUMULATIVE -> quarter.yearToDate();
      case QUARTER -> List.of(quarter);
    };
  }

  private static @Nullable PurchasesBasis purchasesBasis(QuarterlyRecord record, Reading reading) {
    PurchasesBasis basis = record.purchasesBasis();
    if (basis == null) {
      reading.missing.add(reading.named("purchases.basis", record.quarter()));
      return null;
    }
    reading.parameters.add(
        new TracedParameter(
            "purchases.basis",
            basis.name(),
            "quarterly-data %s version %d, finance.purchases.basis"
                .formatted(record.quarter(), record.version())));
    return basis;
  }

  private void readPurchases(
      QuarterlyRecord record,
      Input input,
      @Nullable String specialty,
      Reading reading,
      List<Expression> figures) {
    PurchasesBasis basis = purchasesBasis(record, reading);
    if (basis == null) {
      return;
    }
    Quarter quarter = record.quarter();
    readFrom(quarter, input, specialty, reading, figures);
    if (basis == PurchasesBasis.QUARTER || quarter.isFirstOfYear()) {
      return;
    }
    QuarterlyRecord before = known.get(quarter.previous());
    if (before != null && before.purchasesBasis() != PurchasesBasis.CUMULATIVE) {
      // What was bought since 1 January is not known there, so neither is the difference.
      reading.missing.add(reading.named("purchases.basis", before.quarter()));
      return;
    }
    List<Expression> earlier = new ArrayList<>();
    readFrom(quarter.previous(), input, specialty, reading, earlier);
    if (!figures.isEmpty() && !earlier.isEmpty()) {
      Expression sinceJanuary = Expression.sum(figures);
      figures.clear();
      figures.add(sinceJanuary.minus(Expression.sum(earlier)));
    }
  }

  private void readBaseYear(
      Quarter quarter,
      Input input,
      @Nullable String specialty,
      Reading reading,
      List<Expression> figures) {
    int baseYear = known.firstKey().year();
    if (baseYear == quarter.year()) {
      reading.missing.add(BASE_YEAR);
      return;
    }
    reading.parameters.add(
        new TracedParameter(
            BASE_YEAR,
            Integer.toString(baseYear),
            "première année des données du centre — first year of the centre's data"));
    readFrom(new Quarter(baseYear, quarter.number()), input, specialty, reading, figures);
  }

  private void readFrom(
      Quarter quarter,
      Input input,
      @Nullable String specialty,
      Reading reading,
      List<Expression> figures) {
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
      reading.missing.add(reading.named("activity", quarter));
    } else {
      record
          .specialties()
          .forEach(row ->
              accept(
                  record, row, input, record.figure(figure, row).orElse(null), reading, figures));
    }
  }

  private static void accept(
      QuarterlyRecord record,
      @Nullable String specialty,
      Input input,
      @Nullable Rational value,
      Reading reading,
      List<Expression> figures) {
    Figure figure = input.figure();
    RecordSource source = RecordSource.of(record);
    reading.sources.add(source);
    if (value == null) {
      reading.missing.add(
          reading.named(
              figure.shortName() + (specialty == null ? "" : " " + specialty), record.quarter()));
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

  /** The quarters that a value covers, in order. */
  private record Span(ValuePeriod period, List<Quarter> quarters) {
    Quarter last() {
      return quarters.getLast();
    }
  }

  /** What was found and what was not, while the inputs of one formula are read. */
  private static final class Reading {
    private final Formula formula;
    private final Span span;
    private final List<Map<Expression.Variable, Expression>> quarters = new ArrayList<>();
    private final List<TracedInput> inputs = new ArrayList<>();
    private final Set<TracedParameter> parameters = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<RecordSource> sources =
        new TreeSet<>(Comparator.comparing(RecordSource::quarter));

    Reading(Formula formula, Span span) {
      this.formula = formula;
      this.span = span;
    }

    List<RecordSource> sources() {
      return List.copyOf(sources);
    }

    /** A name among the missing: the quarter is said unless it is the only one of the value. */
    String named(String name, Quarter quarter) {
      boolean obvious = span.period() == ValuePeriod.QUARTER && quarter.equals(span.last());
      return obvious ? name : name + " " + quarter;
    }

    List<Expression> substituted(Expression expression) {
      return quarters.stream()
          .map(figures -> expression.substitute(variable -> figureOf(variable, figures)))
          .toList();
    }

    private static Expression figureOf(
        Expression.Variable variable, Map<Expression.Variable, Expression> figures) {
      Expression figure = figures.get(variable);
      if (figure == null) {
        throw new IllegalStateException(variable.name() + " was not read");
      }
      return figure;
    }
  }
}
