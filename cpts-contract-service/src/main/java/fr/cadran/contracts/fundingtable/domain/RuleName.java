package fr.cadran.contracts.fundingtable.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of the rule set that stand beside the amounts of a funding table. What no text
 * settles is one of them, so that it can be read, questioned and changed by a new version.
 */
public enum RuleName {
  /** Length of a contract, in years. */
  CONTRACT_YEARS("contractYears", Kind.COUNT),
  /** Share of an envelope that is paid ahead. */
  ADVANCE_RATE("advanceRate", Kind.RATE),
  /** How a part of a year is counted. */
  PRORATION("proration", "DAYS", "MONTHS"),
  /** What a change of size or table inside a contract year does to that year's envelopes. */
  SIZE_CHANGE("sizeChange", "PRORATED", "NEXT_YEAR"),
  /** Whether the variable part of a first partial year is prorated like the fixed part. */
  VARIABLE_FIRST_YEAR("variableFirstYear", "PRORATED", "FULL"),
  /** How running costs are paid at an anniversary while no mission has started. */
  RUNNING_COSTS_WITHOUT_MISSION("runningCostsWithoutMission", "FULL", "ADVANCE"),
  /** When the two SNP lines are paid. */
  SNP_SCHEDULE("snpSchedule", "LIKE_FIXE", "AT_CLOSING"),
  /** When the amount of a recognised crisis is paid. */
  CRISIS_SCHEDULE("crisisSchedule", "LIKE_FIXE", "AT_CLOSING"),
  /** What becomes of earmarked money that was not spent on its purpose. */
  UNSPENT_EARMARKED("unspentEarmarked", "SHOWN", "RECOVERED"),
  /** Months between the letter of termination and its effect. */
  TERMINATION_NOTICE_MONTHS("terminationNoticeMonths", Kind.COUNT),
  /** Months after an anniversary in which its yearly dialogue is to be held. */
  DIALOGUE_MONTHS("dialogueMonths", Kind.COUNT),
  /** Population from which a CPTS is no longer of size 1; the bound itself is size 2. */
  SIZE_1_BELOW("size1Below", Kind.COUNT),
  /** Largest population of size 2. */
  SIZE_2_UP_TO("size2UpTo", Kind.COUNT),
  /** Largest population of size 3. */
  SIZE_3_UP_TO("size3UpTo", Kind.COUNT),
  /** Months after signature in which access to care and the crisis mission are to start. */
  START_MONTHS_ACCESS("startMonthsAccess", Kind.COUNT),
  /** Months after signature in which access to care and the crisis mission are fully deployed. */
  DEPLOYMENT_MONTHS_ACCESS("deploymentMonthsAccess", Kind.COUNT),
  /** Months after signature in which pathways and prevention are to start. */
  START_MONTHS_PATHWAYS("startMonthsPathways", Kind.COUNT),
  /** Months after signature in which pathways and prevention are fully deployed. */
  DEPLOYMENT_MONTHS_PATHWAYS("deploymentMonthsPathways", Kind.COUNT),
  /** Months in which a CPTS that received money for early action signs the ACI. */
  ACTION_PRECOCE_MONTHS("actionPrecoceMonths", Kind.COUNT),
  /** Months after which a projet de santé without objection is deemed validated. */
  DEEMED_VALIDATION_MONTHS("deemedValidationMonths", Kind.COUNT),
  /** Most that an ARS grants for writing the projet de santé, in euros. */
  PROJET_DE_SANTE_GRANT("projetDeSanteGrant", Kind.COUNT),
  /** Most that an ARS grants once for coordination time, in euros. */
  COORDINATION_TIME_GRANT("coordinationTimeGrant", Kind.COUNT);

  /** What a value may be. */
  public enum Kind {
    /** A whole number above zero. */
    COUNT,
    /** A decimal ratio above 0, at most 1. */
    RATE,
    /** One of a list of words. */
    CHOICE
  }

  private final String token;
  private final Kind kind;

  /** Separated by bars, since an enum holds nothing that can change. */
  private final String choices;

  RuleName(String token, Kind kind) {
    this.token = token;
    this.kind = kind;
    this.choices = "";
  }

  RuleName(String token, String... choices) {
    this.token = token;
    this.kind = Kind.CHOICE;
    this.choices = String.join("|", choices);
  }

  /** As it is stored and shown. */
  public String token() {
    return token;
  }

  public Kind kind() {
    return kind;
  }

  /** The values of a choice, empty for the other kinds. */
  public List<String> choices() {
    return choices.isEmpty() ? List.of() : List.of(choices.split("\\|", -1));
  }

  /** Whether a text is a value that this parameter can take. */
  public boolean accepts(String value) {
    return switch (kind) {
      case COUNT -> value.matches("[1-9][0-9]{0,8}");
      case RATE -> value.matches("0\\.[0-9]{1,6}|1(\\.0{1,6})?") && !value.matches("0\\.0+");
      case CHOICE -> choices().contains(value);
    };
  }

  public static Optional<RuleName> ofToken(String token) {
    return Stream.of(values()).filter(one -> one.token.equals(token)).findFirst();
  }
}
