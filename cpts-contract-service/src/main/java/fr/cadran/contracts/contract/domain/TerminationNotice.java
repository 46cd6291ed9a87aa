package fr.cadran.contracts.contract.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A termination under way (cpts.md §9).
 *
 * @param by who terminates
 * @param receivedOn day on which the letter was received
 * @param effectiveOn first day on which the contract no longer runs
 * @param reason in writing
 * @param referredOn day on which the CPTS referred it to the commission, null when it did not
 * @param opinion what the commission said, null while it has not spoken
 */
public record TerminationNotice(
    Party by,
    LocalDate receivedOn,
    LocalDate effectiveOn,
    String reason,
    @Nullable LocalDate referredOn,
    @Nullable Opinion opinion) {

  /** What a commission paritaire said. */
  public enum Verdict {
    UPHELD,
    LIFTED
  }

  /** Commissions paritaires: national, regional, local. */
  public enum Body {
    CPN,
    CPR,
    CPL
  }

  /**
   * An opinion.
   *
   * @param body which commission
   * @param verdict what it said
   * @param on the day
   */
  public record Opinion(Body body, Verdict verdict, LocalDate on) {}

  /** Referred to the commission. */
  TerminationNotice referred(LocalDate on) {
    return new TerminationNotice(by, receivedOn, effectiveOn, reason, on, null);
  }

  /** Upheld: effective on the later of the old day and that of the opinion. */
  TerminationNotice spoken(Opinion said) {
    LocalDate later = said.on().isAfter(effectiveOn) ? said.on() : effectiveOn;
    return new TerminationNotice(by, receivedOn, later, reason, referredOn, said);
  }
}
