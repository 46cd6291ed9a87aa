package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.type.Euros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a contract that money depends on, and nothing else. What was computed with one
 * version of it can be computed again from that version alone.
 *
 * @param signedOn first day of the contract
 * @param terms table and size, from the signature on; each later one begins with an avenant
 * @param missions that have started, in declaration order
 * @param closings results of the years whose dialogue is closed, by contract year
 * @param crises days on which the ARS recognised a health crisis
 * @param endsOn first day on which the contract no longer runs, when it ends before its term
 */
public record ContractFacts(
    LocalDate signedOn,
    List<Terms> terms,
    List<StartedMission> missions,
    Map<Integer, Closing> closings,
    List<LocalDate> crises,
    @Nullable LocalDate endsOn) {
  public ContractFacts {
    terms = terms.stream().sorted(Comparator.comparing(Terms::from)).toList();
    if (terms.isEmpty() || !terms.getFirst().from().equals(signedOn)) {
      throw new IllegalArgumentException("the first terms begin with the contract");
    }
    missions = List.copyOf(missions);
    closings = Collections.unmodifiableMap(new TreeMap<>(closings));
    crises = crises.stream().sorted().toList();
  }

  /**
   * What the envelopes of a stretch of the contract are read with.
   *
   * @param from first day
   * @param table amounts and parameters
   * @param size 1 to 4
   */
  public record Terms(LocalDate from, FundingTable table, int size) {}

  /**
   * A mission from its start on.
   *
   * @param mission not the running costs
   * @param startedOn first day
   * @param endsOn first day on which it no longer runs, null while it does
   * @param snpCompensation whether the contract opted for the compensation of professionals
   * @param snpOrientation whether the contract opted for the handling of requests
   * @param annexes of indicators, each from a contract year on
   */
  public record StartedMission(
      FundingLine mission,
      LocalDate startedOn,
      @Nullable LocalDate endsOn,
      boolean snpCompensation,
      boolean snpOrientation,
      List<Annex> annexes) {
    public StartedMission {
      annexes = annexes.stream().sorted(Comparator.comparingInt(Annex::fromYear)).toList();
    }

    /** The indicators that hold for a contract year, empty when there are none. */
    public List<ContractIndicator> indicatorsOf(int year) {
      List<ContractIndicator> held = List.of();
      for (Annex annex : annexes) {
        if (annex.fromYear() <= year) {
          held = annex.indicators();
        }
      }
      return held;
    }
  }

  /**
   * The indicators of a mission.
   *
   * @param fromYear first contract year in which they hold
   * @param indicators in declaration order
   */
  public record Annex(int fromYear, List<ContractIndicator> indicators) {
    public Annex {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * A year whose results are agreed.
   *
   * @param closedOn day of the closing, or of the last correction
   * @param results by indicator; one that is missing leaves its volet variable open
   * @param orientationSpent what was spent of the earmarked envelope, null when not reported
   */
  public record Closing(
      LocalDate closedOn, Map<IndicatorKey, Result> results, @Nullable Euros orientationSpent) {
    public Closing {
      results = Map.copyOf(results);
    }
  }

  /** An indicator of a mission. */
  public record IndicatorKey(FundingLine mission, String code) {}

  /** A contract on the day of its signature. */
  public static ContractFacts signed(LocalDate on, FundingTable table, int size) {
    return new ContractFacts(
        on, List.of(new Terms(on, table, size)), List.of(), Map.of(), List.of(), null);
  }

  /** Its years, as many as the table of the signature says. */
  public ContractCalendar calendar() {
    return new ContractCalendar(
        signedOn, terms.getFirst().table().parameters().count(RuleName.CONTRACT_YEARS));
  }

  /** First day on which the contract no longer runs. */
  public LocalDate end() {
    LocalDate term = calendar().term();
    return endsOn == null || term.isBefore(endsOn) ? term : endsOn;
  }

  /** The terms in force on a day; those of the signature before it. */
  public Terms termsOn(LocalDate day) {
    Terms held = terms.getFirst();
    for (Terms one : terms) {
      if (!one.from().isAfter(day)) {
        held = one;
      }
    }
    return held;
  }

  public Optional<StartedMission> mission(FundingLine mission) {
    return missions.stream().filter(one -> one.mission() == mission).findFirst();
  }

  /** The same contract with other terms from a day on; terms of that very day are replaced. */
  public ContractFacts withTerms(LocalDate from, FundingTable table, int size) {
    List<Terms> all = new ArrayList<>(terms);
    all.removeIf(one -> one.from().equals(from));
    all.add(new Terms(from, table, size));
    return new ContractFacts(signedOn, all, missions, closings, crises, endsOn);
  }

  /** The same contract with a mission started, or with what is known of it replaced. */
  public ContractFacts withMission(StartedMission started) {
    List<StartedMission> all = new ArrayList<>(missions);
    int known = -1;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).mission() == started.mission()) {
        known = i;
      }
    }
    if (known < 0) {
      all.add(started);
    } else {
      all.set(known, started);
    }
    return new ContractFacts(signedOn, terms, all, closings, crises, endsOn);
  }

  /** The same contract with a year closed, or its closing corrected. */
  public ContractFacts withClosing(int year, Closing closing) {
    TreeMap<Integer, Closing> all = new TreeMap<>(closings);
    all.put(year, closing);
    return new ContractFacts(signedOn, terms, missions, all, crises, endsOn);
  }

  /** The same contract with a crisis that the ARS recognised on a day. */
  public ContractFacts withCrisis(LocalDate recognisedOn) {
    List<LocalDate> all = new ArrayList<>(crises);
    all.add(recognisedOn);
    return new ContractFacts(signedOn, terms, missions, closings, all, endsOn);
  }

  /** The same contract ended before its term. */
  public ContractFacts endedOn(LocalDate day) {
    return new ContractFacts(signedOn, terms, missions, closings, crises, day);
  }
}
