package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.PaidRate;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.indicator.domain.ResultReading;
import fr.cadran.contracts.payment.domain.CentSplit;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.ContractFacts.Closing;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.contracts.payment.domain.EnvelopeKey;
import fr.cadran.contracts.payment.domain.PaymentCalculator;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the results of a closed year say and pay, mission by mission. Every amount is the engine's
 * own: asked with the results as they are, with everything reached, and with one indicator alone.
 *
 * @param missions in declaration order
 */
public record YearReading(List<Mission> missions) {

  /**
   * A mission of the year.
   *
   * @param mission which
   * @param envelope variable envelope of the year, zero when it has none
   * @param paid what the results that can be said pay of it
   * @param indicators in declaration order
   */
  public record Mission(
      FundingLine mission, Euros envelope, Euros paid, List<Indicator> indicators) {}

  /**
   * An indicator of the year.
   *
   * @param indicator as it was agreed
   * @param result of the year, null when there is none
   * @param rate that it pays, or why that cannot be said
   * @param share exact weight in the variable envelope, or among the means; null without one
   * @param amount that it pays of the variable envelope, null when it pays nothing of it or that
   *     cannot be said
   */
  public record Indicator(
      ContractIndicator indicator,
      @Nullable Result result,
      PaidRate rate,
      @Nullable Rational share,
      @Nullable Euros amount) {}

  /**
   * The reading of a closed year.
   *
   * @param facts with the closing of the year
   */
  public static YearReading of(ContractFacts facts, int year) {
    Closing closing = facts.closings().get(year);
    if (closing == null) {
      throw new IllegalArgumentException("the year is not closed");
    }
    Map<FundingLine, Map<IndicatorKey, ContractIndicator>> byMission = new LinkedHashMap<>();
    YearIndicators.of(facts, year)
        .byKey()
        .forEach((key, indicator) ->
            byMission
                .computeIfAbsent(key.mission(), mission -> new LinkedHashMap<>())
                .put(key, indicator));
    List<Mission> missions = new ArrayList<>();
    byMission.forEach(
        (mission, indicators) -> missions.add(mission(facts, year, closing, mission, indicators)));
    return new YearReading(missions);
  }

  private static Mission mission(
      ContractFacts facts,
      int year,
      Closing closing,
      FundingLine mission,
      Map<IndicatorKey, ContractIndicator> indicators) {
    ContractFacts.Terms terms = facts.termsOn(facts.calendar().start(year));
    Euros known = TermsRules.variableOf(mission, terms.table(), terms.size());
    Euros fullYear = known == null ? Euros.ZERO : known;
    Map<IndicatorKey, Result> reached = new HashMap<>();
    indicators.keySet().forEach(key -> reached.put(key, rate(Rational.ONE)));
    List<Rational> exact = new ArrayList<>();
    List<IndicatorKey> paying = new ArrayList<>();
    Map<IndicatorKey, PaidRate> rates = new HashMap<>();
    for (Map.Entry<IndicatorKey, ContractIndicator> one : indicators.entrySet()) {
      Result result = closing.results().get(one.getKey());
      PaidRate rate = ResultReading.of(one.getValue(), year, result, fullYear);
      rates.put(one.getKey(), rate);
      if (one.getValue().isPaidByVariable() && rate instanceof PaidRate.Known) {
        Map<IndicatorKey, Result> alone = new HashMap<>();
        indicators.keySet().forEach(key -> alone.put(key, rate(Rational.ZERO)));
        alone.put(one.getKey(), Objects.requireNonNull(result));
        exact.add(entitled(facts, year, closing, mission, alone));
        paying.add(one.getKey());
      }
    }
    Euros paid = Euros.round(exact.stream().reduce(Rational.ZERO, Rational::plus));
    List<Euros> amounts = CentSplit.split(paid, exact);
    return new Mission(
        mission,
        Euros.round(entitled(facts, year, closing, mission, reached)),
        paid,
        indicators.entrySet().stream()
            .map(one ->
                new Indicator(
                    one.getValue(),
                    closing.results().get(one.getKey()),
                    Objects.requireNonNull(rates.get(one.getKey())),
                    share(one.getValue(), fullYear),
                    paying.contains(one.getKey())
                        ? amounts.get(paying.indexOf(one.getKey()))
                        : null))
            .toList());
  }

  private static @Nullable Rational share(ContractIndicator indicator, Euros fullYear) {
    return indicator.weight() == null || (fullYear.signum() == 0 && !indicator.isMeans())
        ? null
        : indicator.weight().shareOf(fullYear);
  }

  private static Result rate(Rational rate) {
    return new Result.AgreedRate(rate, "?");
  }

  private static Rational entitled(
      ContractFacts facts,
      int year,
      Closing closing,
      FundingLine mission,
      Map<IndicatorKey, Result> results) {
    ContractFacts supposed =
        facts.withClosing(
            year, new Closing(closing.closedOn(), results, closing.orientationSpent()));
    Rational exact =
        new PaymentCalculator(supposed)
            .entitlements()
            .get(new EnvelopeKey(year, mission, Volet.VARIABLE));
    return exact == null ? Rational.ZERO : exact;
  }
}
