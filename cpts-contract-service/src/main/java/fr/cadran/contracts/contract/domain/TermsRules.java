package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What terms must be to be signed, and what the parties should know before they do. */
public final class TermsRules {
  public static final String MISSION_TWICE = "MISSION_TWICE";
  public static final String NOT_A_MISSION = "NOT_A_MISSION";
  public static final String SNP_ONLY_WITH_ACCESS = "SNP_ONLY_WITH_ACCESS";
  public static final String MISSION_NOT_FUNDED = "MISSION_NOT_FUNDED";
  public static final String PLANNED_BEFORE_SIGNATURE = "PLANNED_BEFORE_SIGNATURE";
  public static final String PLANNED_AFTER_TERM = "PLANNED_AFTER_TERM";
  public static final String SIGNED_ON_IN_FUTURE = "SIGNED_ON_IN_FUTURE";

  public static final String TABLE_OUT_OF_FORCE = "TABLE_OUT_OF_FORCE";
  public static final String POPULATION_DIFFERS = "POPULATION_DIFFERS";
  public static final String TERRITORY_NOT_DRAWN = "TERRITORY_NOT_DRAWN";
  public static final String SIZE_DIFFERS = "SIZE_DIFFERS";
  public static final String SOCLE_MISSION_MISSING = "SOCLE_MISSION_MISSING";
  public static final String PLANNED_LATE = "PLANNED_LATE";

  private TermsRules() {}

  /**
   * Refuses a table that cannot carry the terms.
   *
   * @throws RefusedException {@code SIZE_NOT_FUNDED}, {@code TABLE_NOT_IN_FORCE}
   */
  public static void checkTable(FundingTable table, int size, @Nullable LocalDate signedOn) {
    if (!table.funds(FundingLine.FONCTIONNEMENT, size)) {
      throw new RefusedException("SIZE_NOT_FUNDED", table.code(), size);
    }
    if (signedOn != null && !isInForce(table, signedOn)) {
      throw new RefusedException("TABLE_NOT_IN_FORCE", table.code(), signedOn.toString());
    }
  }

  private static boolean isInForce(FundingTable table, LocalDate on) {
    LocalDate until = table.validUntil();
    return !on.isBefore(table.validFrom()) && (until == null || on.isBefore(until));
  }

  /** Every fault of the fields. */
  public static List<FieldError> errorsOf(
      ContractTerms terms, FundingTable table, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate signedOn = terms.signedOn();
    if (signedOn != null && signedOn.isAfter(today)) {
      errors.add(new FieldError("/signedOn", SIGNED_ON_IN_FUTURE));
    }
    errors.addAll(
        missionErrors(
            terms.missions(),
            table,
            terms.size(),
            signedOn == null ? today : signedOn,
            "/missions"));
    return errors;
  }

  /** Every fault of a list of missions. */
  static List<FieldError> missionErrors(
      List<PlannedMission> missions,
      FundingTable table,
      int size,
      LocalDate first,
      String pointer) {
    int years = table.parameters().count(RuleName.CONTRACT_YEARS);
    List<FieldError> errors = new ArrayList<>();
    Set<FundingLine> seen = EnumSet.noneOf(FundingLine.class);
    for (int i = 0; i < missions.size(); i++) {
      PlannedMission one = missions.get(i);
      String at = pointer + "/" + i;
      if (!one.mission().isMission()) {
        errors.add(new FieldError(at, NOT_A_MISSION));
      } else if (!seen.add(one.mission())) {
        errors.add(new FieldError(at, MISSION_TWICE));
      } else if (!table.funds(one.mission(), size)) {
        errors.add(new FieldError(at, MISSION_NOT_FUNDED));
      }
      if (one.mission() != FundingLine.ACCES_SOINS
          && (one.snpCompensation() || one.snpOrientation())) {
        errors.add(new FieldError(at, SNP_ONLY_WITH_ACCESS));
      }
      LocalDate planned = one.plannedStart();
      if (planned != null && planned.isBefore(first)) {
        errors.add(new FieldError(at + "/plannedStart", PLANNED_BEFORE_SIGNATURE));
      }
      if (planned != null && !planned.isBefore(first.plusYears(years))) {
        errors.add(new FieldError(at + "/plannedStart", PLANNED_AFTER_TERM));
      }
      errors.addAll(
          indicatorErrors(one.mission(), one.indicators(), table, size, at + "/indicators"));
    }
    return errors;
  }

  /** Every fault of the indicators of a mission. */
  public static List<FieldError> indicatorErrors(
      FundingLine mission,
      List<ContractIndicator> indicators,
      FundingTable table,
      int size,
      String pointer) {
    return indicators.isEmpty()
        ? List.of()
        : IndicatorRules.errorsOf(
            indicators,
            variableOf(mission, table, size),
            table.parameters().count(RuleName.CONTRACT_YEARS),
            pointer);
  }

  /** Variable envelope of a full year, null when the mission has none. */
  public static @Nullable Euros variableOf(FundingLine mission, FundingTable table, int size) {
    return table.amount(mission, Volet.VARIABLE, size).map(FundingAmount::amount).orElse(null);
  }

  /**
   * What the parties should know, as codes with their places.
   *
   * @param population that the table of communes gives for the territory, null when it gives none
   * @param computedSize that follows from it, null without one
   * @param today day of the signature when the terms name none
   */
  public static List<FieldError> warningsOf(
      ContractTerms terms,
      FundingTable table,
      @Nullable Integer population,
      @Nullable Integer computedSize,
      LocalDate today) {
    List<FieldError> warnings = new ArrayList<>();
    LocalDate first = terms.signedOn() == null ? today : terms.signedOn();
    if (!isInForce(table, first)) {
      warnings.add(new FieldError("/fundingTable", TABLE_OUT_OF_FORCE));
    }
    if (population == null) {
      warnings.add(new FieldError("/population", TERRITORY_NOT_DRAWN));
    } else if (terms.population() != null && !population.equals(terms.population())) {
      warnings.add(new FieldError("/population", POPULATION_DIFFERS));
    }
    if (computedSize != null && computedSize != terms.size()) {
      warnings.add(new FieldError("/size", SIZE_DIFFERS));
    }
    Stream.of(FundingLine.values())
        .filter(line -> line.kind() == FundingLine.Kind.SOCLE && table.funds(line, terms.size()))
        .filter(line -> terms.mission(line).isEmpty())
        .forEach(line -> warnings.add(new FieldError("/missions/" + line, SOCLE_MISSION_MISSING)));
    for (int i = 0; i < terms.missions().size(); i++) {
      PlannedMission one = terms.missions().get(i);
      String at = "/missions/" + i;
      LocalDate startBy = MissionCalendar.of(one.mission(), first, table.parameters()).startBy();
      LocalDate planned = one.plannedStart();
      if (planned != null && startBy != null && planned.isAfter(startBy)) {
        warnings.add(new FieldError(at + "/plannedStart", PLANNED_LATE));
      }
      warnings.addAll(unansweredOf(one.indicators(), at + "/indicators"));
    }
    return warnings;
  }

  /** The quality questions of seed 003 that nobody answered. */
  public static List<FieldError> unansweredOf(List<ContractIndicator> indicators, String pointer) {
    List<FieldError> warnings = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      String at = pointer + "/" + i + "/sheet";
      Objects.requireNonNull(indicators.get(i).sheet())
          .unanswered()
          .forEach(code -> warnings.add(new FieldError(at, code)));
    }
    return warnings;
  }
}
