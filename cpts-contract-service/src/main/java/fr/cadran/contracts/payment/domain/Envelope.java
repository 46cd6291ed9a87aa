package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.PaidRate;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.indicator.domain.ResultReading;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One envelope of one contract year, and what it is worth. */
final class Envelope {
  private final ContractFacts facts;
  private final EnvelopeKey key;
  private final ContractFacts.@Nullable StartedMission mission;
  private final YearShare year;
  private final RuleParameters parameters;
  private final LocalDate begin;
  private final LocalDate end;

  /** Computed once: it is asked for by the lines, the balance and what is still open. */
  private @Nullable Outcome outcome;

  private @Nullable Boolean funded;

  /**
   * An envelope.
   *
   * @param mission null for the running costs
   */
  Envelope(ContractFacts facts, EnvelopeKey key, ContractFacts.@Nullable StartedMission mission) {
    this.facts = facts;
    this.key = key;
    this.mission = mission;
    ContractCalendar calendar = facts.calendar();
    this.parameters = facts.termsOn(calendar.start(key.contractYear())).table().parameters();
    this.year = YearShare.of(calendar, key.contractYear(), parameters);
    LocalDate first = mission == null ? year.start() : latest(year.start(), mission.startedOn());
    LocalDate ends =
        mission == null || mission.endsOn() == null
            ? facts.end()
            : earliest(facts.end(), mission.endsOn());
    this.begin = first;
    this.end = earliest(year.end(), ends);
  }

  EnvelopeKey key() {
    return key;
  }

  /** First day on which it runs in its year. */
  LocalDate begin() {
    return begin;
  }

  /** First day on which it no longer runs: its anniversary, or an earlier end. */
  LocalDate end() {
    return end;
  }

  /**
   * Whether it runs at all in its year, and the terms of any of those days fund its volet. A table
   * that does not know the line at all is none of that: reading the amount says so.
   */
  boolean isFunded() {
    if (funded == null) {
      funded = isFundedOn(begin);
      for (ContractFacts.Terms terms : facts.terms()) {
        funded |= isFundedOn(terms.from());
      }
    }
    return funded;
  }

  private boolean isFundedOn(LocalDate day) {
    if (day.isBefore(begin) || !day.isBefore(end)) {
      return false;
    }
    ContractFacts.Terms terms = termsOf(day);
    return terms.table().amount(key.line(), key.volet(), terms.size()).isPresent()
        || !terms.table().funds(key.line(), terms.size());
  }

  /** Whether it ends before its year does. */
  boolean isCut() {
    return end.isBefore(year.end());
  }

  RuleParameters parameters() {
    return parameters;
  }

  // ---- What is paid ahead

  /** An amount with the sum that made it. */
  record Sum(
      Rational exact,
      String formula,
      String substituted,
      List<Explanation.ParameterRead> parameters,
      List<Explanation.Part> parts) {}

  /**
   * A share of the envelope as it stands on the day it falls due, whatever comes later.
   *
   * @param dueOn day of the payment
   * @param atOnce whether all of it is paid, without the advance rate
   * @param until first day that it is no longer paid for; the anniversary, unless it is cut
   */
  Sum ahead(LocalDate dueOn, boolean atOnce, LocalDate until) {
    FundingAmount amount = amountIn(termsOf(dueOn));
    List<Explanation.ParameterRead> read = new ArrayList<>();
    read.add(read(amount));
    boolean crisis = key.volet() == Volet.CRISE;
    int whole = year.whole();
    int units = crisis ? whole : Math.max(0, year.left(dueOn) - year.left(until));
    Rational exact = amount.amount().toRational();
    StringBuilder formula = new StringBuilder("enveloppe");
    StringBuilder substituted = new StringBuilder(amount.amount().toString());
    if (units != whole) {
      exact = exact.times(Rational.of(units, whole));
      formula.append(" × ").append(unitName()).append(" ÷ ").append(yearName());
      substituted.append(" × ").append(units).append(" ÷ ").append(whole);
      read.add(read(parameters.get(RuleName.PRORATION)));
    }
    if (isHeldBack(dueOn)) {
      read.add(read(parameters.get(RuleName.SIZE_CHANGE)));
    }
    if (!atOnce) {
      RuleParameter rate = parameters.get(RuleName.ADVANCE_RATE);
      exact = exact.times(parameters.rate(RuleName.ADVANCE_RATE));
      formula.append(" × tauxAvance");
      substituted.append(" × ").append(rate.value());
      read.add(read(rate));
    }
    return new Sum(exact, formula.toString(), substituted.toString(), read, List.of());
  }

  // ---- What it is worth in the end

  /** The entitlement of the year, or why it cannot be said; a crisis has been recognised. */
  Outcome entitlement() {
    if (outcome == null) {
      outcome = compute();
    }
    return outcome;
  }

  private Outcome compute() {
    ContractFacts.Closing closing = facts.closings().get(key.contractYear());
    return switch (key.volet()) {
      case FONCTIONNEMENT, SNP_COMPENSATION -> new Outcome.Known(base(begin));
      case SNP_ORIENTATION -> new Outcome.Known(earmarked(closing));
      case CRISE -> new Outcome.Known(crisis());
      case FIXE -> byIndicators(closing, true);
      case VARIABLE -> byIndicators(closing, false);
    };
  }

  /** An entitlement, or why there is none yet. */
  sealed interface Outcome {
    record Known(Sum sum) implements Outcome {}

    record Open(String reason, List<String> indicators) implements Outcome {}
  }

  private Sum earmarked(ContractFacts.@Nullable Closing closing) {
    Sum base = base(begin);
    RuleParameter unspent = parameters.get(RuleName.UNSPENT_EARMARKED);
    Euros spent = closing == null ? null : closing.orientationSpent();
    if (spent == null || !unspent.value().equals("RECOVERED")) {
      return base;
    }
    List<Explanation.ParameterRead> read = new ArrayList<>(base.parameters());
    read.add(read(unspent));
    return new Sum(
        base.exact().min(spent.toRational()),
        "min(" + base.formula() + " ; dépensé)",
        "min(" + base.substituted() + " ; " + spent + ")",
        read,
        List.of());
  }

  private Sum crisis() {
    FundingAmount amount = amountIn(termsOf(Objects.requireNonNull(recognisedOn())));
    return new Sum(
        amount.amount().toRational(),
        "enveloppe",
        amount.amount().toString(),
        List.of(read(amount)),
        List.of());
  }

  /** The first day in this year on which the ARS recognised a crisis, null when there is none. */
  @Nullable LocalDate recognisedOn() {
    for (LocalDate day : facts.crises()) {
      if (!day.isBefore(begin) && day.isBefore(end)) {
        return day;
      }
    }
    return null;
  }

  /** The envelope over the days on which it runs, under the terms of each. */
  private Sum base(LocalDate from) {
    List<LocalDate> cuts = new ArrayList<>();
    cuts.add(from);
    if (parameters.is(RuleName.SIZE_CHANGE, "PRORATED")) {
      for (ContractFacts.Terms terms : facts.terms()) {
        if (terms.from().isAfter(from) && terms.from().isBefore(end)) {
          cuts.add(terms.from());
        }
      }
    }
    cuts.add(end);
    Rational exact = Rational.ZERO;
    int whole = year.whole();
    boolean several = cuts.size() > 2;
    List<Explanation.ParameterRead> read = new ArrayList<>();
    StringBuilder substituted = new StringBuilder();
    boolean prorated = several;
    for (int i = 0; i + 1 < cuts.size(); i++) {
      FundingAmount amount = amountIn(termsOf(cuts.get(i)));
      int units = year.left(cuts.get(i)) - year.left(cuts.get(i + 1));
      exact = exact.plus(amount.amount().toRational().times(Rational.of(units, whole)));
      prorated |= units != whole;
      read.add(read(amount));
      substituted.append(i == 0 ? "" : " + ").append(amount.amount());
      if (units != whole) {
        substituted.append(" × ").append(units).append(" ÷ ").append(whole);
      }
    }
    if (prorated) {
      read.add(read(parameters.get(RuleName.PRORATION)));
    }
    if (several || isHeldBack(end.minusDays(1))) {
      read.add(read(parameters.get(RuleName.SIZE_CHANGE)));
    }
    String one = "enveloppe × " + unitName() + " ÷ " + yearName();
    String formula = several ? "Σ (" + one + ")" : prorated ? one : "enveloppe";
    return new Sum(exact, formula, substituted.toString(), read, List.of());
  }

  private ContractFacts.Terms termsOf(LocalDate day) {
    // Under NEXT_YEAR the terms of the year's first day hold for all of it.
    return facts.termsOn(parameters.is(RuleName.SIZE_CHANGE, "PRORATED") ? day : year.start());
  }

  /** Whether other terms are in force on a day, and wait for the next year. */
  private boolean isHeldBack(LocalDate day) {
    return !termsOf(day).equals(facts.termsOn(day));
  }

  private Outcome byIndicators(ContractFacts.@Nullable Closing closing, boolean means) {
    List<ContractIndicator> counted =
        mission == null
            ? List.of()
            : mission.indicatorsOf(key.contractYear()).stream()
                .filter(one -> means ? one.isMeans() : one.isPaidByVariable())
                .toList();
    if (counted.isEmpty()) {
      // Without an indicator of means the start of the mission is what the volet fixe pays.
      return means ? new Outcome.Known(base(begin)) : new Outcome.Open("NO_INDICATORS", List.of());
    }
    LocalDate from =
        means || parameters.is(RuleName.VARIABLE_FIRST_YEAR, "PRORATED") ? begin : year.start();
    Sum base = base(from);
    Euros envelope = amountIn(termsOf(begin)).amount();
    Rational weights = Rational.ZERO;
    for (ContractIndicator indicator : counted) {
      weights = weights.plus(shareOf(indicator, envelope));
    }
    List<Explanation.Part> parts = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    String reason = "";
    Rational rates = Rational.ZERO;
    StringBuilder substituted = new StringBuilder();
    for (ContractIndicator indicator : counted) {
      Rational share = shareOf(indicator, envelope).dividedBy(weights);
      Result result =
          closing == null
              ? null
              : closing.results().get(new ContractFacts.IndicatorKey(key.line(), indicator.code()));
      switch (ResultReading.of(indicator, key.contractYear(), result, envelope)) {
        case PaidRate.Unknown(String why) -> {
          reason = reason.isEmpty() ? why : reason;
          missing.add(indicator.code());
        }
        case PaidRate.Known known -> {
          Rational weighted = share.times(known.rate());
          rates = rates.plus(weighted);
          substituted
              .append(parts.isEmpty() ? "" : " + ")
              .append(share.toText())
              .append(" × ")
              .append(known.rate().toText());
          parts.add(part(indicator, share, result, known, base.exact().times(weighted)));
        }
      }
    }
    if (!missing.isEmpty()) {
      return new Outcome.Open(reason, missing);
    }
    List<Explanation.ParameterRead> read = new ArrayList<>(base.parameters());
    if (!means && mission != null && mission.startedOn().isAfter(year.start())) {
      read.add(read(parameters.get(RuleName.VARIABLE_FIRST_YEAR)));
    }
    return new Outcome.Known(
        new Sum(
            base.exact().times(rates),
            paren(base.formula()) + " × Σ (poids × taux payé)",
            paren(base.substituted()) + " × (" + substituted + ")",
            read,
            parts));
  }

  private static String paren(String sum) {
    return sum.contains(" + ") ? "(" + sum + ")" : sum;
  }

  private Explanation.Part part(
      ContractIndicator indicator,
      Rational share,
      @Nullable Result result,
      PaidRate.Known known,
      Rational exact) {
    return new Explanation.Part(
        indicator,
        indicator.targets().get(key.contractYear()),
        share,
        result instanceof Result.Measured(Rational value) ? value : null,
        known.achievement(),
        known.formula(),
        known.substituted(),
        known.reading(),
        known.rate(),
        exact,
        Euros.ZERO);
  }

  private static Rational shareOf(ContractIndicator indicator, Euros envelope) {
    Weight weight = indicator.weight();
    return weight == null ? Rational.ZERO : weight.shareOf(envelope);
  }

  private FundingAmount amountIn(ContractFacts.Terms terms) {
    FundingTable table = terms.table();
    Optional<FundingAmount> amount = table.amount(key.line(), key.volet(), terms.size());
    if (amount.isPresent()) {
      return amount.get();
    }
    // A table that funds the line without this volet funds nothing of it; one that does not know
    // the line at this size says nothing at all.
    return table.amounts().stream()
        .filter(one -> one.line() == key.line() && one.size() == terms.size())
        .findFirst()
        .map(one ->
            new FundingAmount(
                key.line(),
                key.volet(),
                terms.size(),
                Euros.ZERO,
                false,
                one.source(),
                one.verification()))
        .orElseThrow(
            () -> new AmountUnknownException(table.code(), key.line(), key.volet(), terms.size()));
  }

  private String unitName() {
    return year.byMonths() ? "mois" : "jours";
  }

  private String yearName() {
    return year.byMonths() ? "moisAnnee" : "joursAnnee";
  }

  private static Explanation.ParameterRead read(FundingAmount amount) {
    return new Explanation.ParameterRead(
        "enveloppe", amount.amount().toString(), amount.source(), amount.verification());
  }

  static Explanation.ParameterRead read(RuleParameter parameter) {
    return new Explanation.ParameterRead(
        parameter.name().token(), parameter.value(), parameter.source(), parameter.verification());
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
