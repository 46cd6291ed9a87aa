package fr.cadran.contracts.contract.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The terms that hold on a day: those of the contract, and what signed avenants changed since. */
public final class TermsInForce {
  private TermsInForce() {}

  /**
   * The terms.
   *
   * @param signed terms of the contract itself
   * @param avenants of the contract; those not signed count for nothing
   * @param day any day
   */
  public static ContractTerms on(LocalDate day, ContractTerms signed, List<Avenant> avenants) {
    ContractTerms held = signed;
    for (Avenant avenant : inOrder(avenants)) {
      if (avenant.state() == Avenant.State.SIGNED && !avenant.effectiveOn().isAfter(day)) {
        held = avenant.changes().appliedTo(held);
      }
    }
    return held;
  }

  private static List<Avenant> inOrder(List<Avenant> avenants) {
    return avenants.stream()
        .sorted(Comparator.comparing(Avenant::effectiveOn).thenComparingInt(Avenant::number))
        .toList();
  }
}
