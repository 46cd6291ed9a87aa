package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.Euros;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that the ARS gave a CPTS before its contract.
 *
 * @param id identifier
 * @param cpts who received it
 * @param kind what for
 * @param amount above zero
 * @param grantedOn day of the grant
 * @param signBy last day to sign the ACI, null for a grant without that commitment
 * @param recordedAt when it was written down
 * @param by who wrote it down
 */
public record StartUpGrant(
    UUID id,
    UUID cpts,
    GrantKind kind,
    Euros amount,
    LocalDate grantedOn,
    @Nullable LocalDate signBy,
    Instant recordedAt,
    DoneBy by) {
  /** How long before the last day the alert is given; no text settles it (assumption). */
  public static final int ALERT_MONTHS = 2;

  /**
   * Where the grant stands.
   *
   * @param signedOn day on which the ACI was signed, null when it was not
   */
  public GrantState stateOn(LocalDate today, @Nullable LocalDate signedOn) {
    if (signBy == null) {
      return GrantState.GRANTED;
    }
    if (signedOn != null && !signedOn.isAfter(signBy)) {
      return GrantState.MET;
    }
    if (today.isAfter(signBy)) {
      return GrantState.REPAYMENT_DUE;
    }
    return today.isBefore(signBy.minusMonths(ALERT_MONTHS))
        ? GrantState.RUNNING
        : GrantState.DEADLINE_NEAR;
  }
}
