package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.LedgerLine;
import java.util.List;

/** Port: writes the file that is enough to compute a payment again. */
@FunctionalInterface
public interface PaymentPacks {
  /**
   * The bytes of the pack, always the same for the same payment.
   *
   * @param payment to be explained
   * @param facts that it was computed from
   * @param before the lines that stood before it, of the whole contract, the oldest first
   * @param signatures behind the facts
   */
  byte[] write(
      PostedLine payment,
      ContractFacts facts,
      List<LedgerLine> before,
      List<PackSignature> signatures);
}
