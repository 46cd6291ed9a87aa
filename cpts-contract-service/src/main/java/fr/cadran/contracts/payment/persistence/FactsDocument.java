package fr.cadran.contracts.payment.persistence;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a contract as they are kept: funding tables by code and version, everything else in
 * full. What {@link #of} writes, {@link #toDomain} reads back the same.
 */
record FactsDocument(
    LocalDate signedOn,
    List<TermsPart> terms,
    List<MissionPart> missions,
    Map<Integer, ClosingPart> closings,
    List<LocalDate> crises,
    @Nullable LocalDate endsOn) {

  record TermsPart(LocalDate from, String fundingTable, int version, int size) {}

  record MissionPart(
      FundingLine mission,
      LocalDate startedOn,
      @Nullable LocalDate endsOn,
      boolean snpCompensation,
      boolean snpOrientation,
      List<AnnexPart> annexes) {}

  record AnnexPart(int fromYear, List<IndicatorRequest> indicators) {}

  record ClosingPart(
      LocalDate closedOn, List<ResultPart> results, @Nullable BigDecimal orientationSpent) {}

  record ResultPart(
      FundingLine mission,
      String code,
      @Nullable BigDecimal value,
      @Nullable Boolean engaged,
      @Nullable BigDecimal agreedRate,
      @Nullable String reason) {}

  static FactsDocument of(ContractFacts facts) {
    Map<Integer, ClosingPart> closings = new TreeMap<>();
    facts.closings().forEach((year, closing) -> closings.put(year, closing(closing)));
    return new FactsDocument(
        facts.signedOn(),
        facts.terms().stream()
            .map(one ->
                new TermsPart(one.from(), one.table().code(), one.table().version(), one.size()))
            .toList(),
        facts.missions().stream().map(FactsDocument::mission).toList(),
        closings,
        facts.crises(),
        facts.endsOn());
  }

  private static MissionPart mission(ContractFacts.StartedMission started) {
    return new MissionPart(
        started.mission(),
        started.startedOn(),
        started.endsOn(),
        started.snpCompensation(),
        started.snpOrientation(),
        started.annexes().stream()
            .map(annex ->
                new AnnexPart(
                    annex.fromYear(),
                    annex.indicators().stream().map(IndicatorRequest::of).toList()))
            .toList());
  }

  private static ClosingPart closing(ContractFacts.Closing closing) {
    Euros spent = closing.orientationSpent();
    return new ClosingPart(
        closing.closedOn(),
        closing.results().entrySet().stream()
            .map(one -> result(one.getKey(), one.getValue()))
            .sorted(Comparator.comparing(ResultPart::mission).thenComparing(ResultPart::code))
            .toList(),
        spent == null ? null : spent.amount());
  }

  private static ResultPart result(ContractFacts.IndicatorKey key, Result result) {
    return switch (result) {
      case Result.Measured(Rational value) ->
          new ResultPart(key.mission(), key.code(), decimal(value), null, null, null);
      case Result.Means(boolean engaged) ->
          new ResultPart(key.mission(), key.code(), null, engaged, null, null);
      case Result.AgreedRate(Rational rate, String reason) ->
          new ResultPart(key.mission(), key.code(), null, null, decimal(rate), reason);
    };
  }

  /** Results were read from decimals, so that they have one. */
  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }

  /**
   * The facts.
   *
   * @param tables a published table by code and version
   */
  ContractFacts toDomain(BiFunction<String, Integer, FundingTable> tables) {
    Map<Integer, ContractFacts.Closing> closed = new TreeMap<>();
    closings.forEach((year, part) -> closed.put(year, closing(part)));
    return new ContractFacts(
        signedOn,
        terms.stream()
            .map(one ->
                new ContractFacts.Terms(
                    one.from(), tables.apply(one.fundingTable(), one.version()), one.size()))
            .toList(),
        missions.stream()
            .map(one ->
                new ContractFacts.StartedMission(
                    one.mission(),
                    one.startedOn(),
                    one.endsOn(),
                    one.snpCompensation(),
                    one.snpOrientation(),
                    one.annexes().stream()
                        .map(annex ->
                            new ContractFacts.Annex(
                                annex.fromYear(),
                                annex.indicators().stream()
                                    .map(IndicatorRequest::toDomain)
                                    .toList()))
                        .toList()))
            .toList(),
        closed,
        crises,
        endsOn);
  }

  private static ContractFacts.Closing closing(ClosingPart part) {
    Map<ContractFacts.IndicatorKey, Result> results = new HashMap<>();
    for (ResultPart one : part.results()) {
      results.put(new ContractFacts.IndicatorKey(one.mission(), one.code()), result(one));
    }
    BigDecimal spent = part.orientationSpent();
    return new ContractFacts.Closing(
        part.closedOn(), results, spent == null ? null : new Euros(spent));
  }

  private static Result result(ResultPart part) {
    if (part.engaged() != null) {
      return new Result.Means(part.engaged());
    }
    if (part.agreedRate() != null) {
      return new Result.AgreedRate(
          Rational.of(part.agreedRate()), Objects.requireNonNull(part.reason()));
    }
    return new Result.Measured(Rational.of(Objects.requireNonNull(part.value())));
  }
}
