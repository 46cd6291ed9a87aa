package fr.cadran.contracts.fundingtable.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** How sure a figure is; shown beside every amount that comes from it. */
public enum Verification {
  /** Read in a legal text or in a document of the Assurance Maladie. */
  VERIFIED("verified"),
  /** From a secondary source; an administrator must confirm it. */
  TO_VERIFY("to-verify"),
  /** No text settles it: a choice of the rule set. */
  ASSUMPTION("assumption"),
  /** Chosen by whoever simulates; never in a ledger. */
  HYPOTHESIS("hypothesis");

  private final String token;

  Verification(String token) {
    this.token = token;
  }

  /** As it is stored and shown. */
  public String token() {
    return token;
  }

  public static Optional<Verification> ofToken(String token) {
    return Stream.of(values()).filter(one -> one.token.equals(token)).findFirst();
  }
}
