package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Map;

/**
 * Where the money of a contract stands.
 *
 * @param entitled what the closed years are worth, each envelope rounded once
 * @param settled signed sum of the lines of those envelopes: equal to what they are entitled to
 * @param advanced signed sum of the lines of envelopes that are not settled yet
 * @param paid sum of the lines above zero
 * @param recovered sum of the lines below zero, as a positive amount
 * @param recoverable earmarked money of closed years that was paid and not spent on its purpose
 */
public record LedgerBalance(
    Euros entitled, Euros settled, Euros advanced, Euros paid, Euros recovered, Euros recoverable) {

  /** The balance of a ledger under the facts of its contract. */
  public static LedgerBalance of(
      ContractFacts facts, PaymentCalculator engine, List<LedgerLine> lines) {
    Map<EnvelopeKey, Rational> entitlements = engine.entitlements();
    Euros entitled = Euros.ZERO;
    for (Rational exact : entitlements.values()) {
      entitled = entitled.plus(Euros.round(exact));
    }
    Euros settled = Euros.ZERO;
    Euros advanced = Euros.ZERO;
    Euros paid = Euros.ZERO;
    Euros recovered = Euros.ZERO;
    for (LedgerLine line : lines) {
      Euros amount = line.amount();
      if (entitlements.containsKey(line.envelope())) {
        settled = settled.plus(amount);
      } else {
        advanced = advanced.plus(amount);
      }
      if (amount.signum() < 0) {
        recovered = recovered.minus(amount);
      } else {
        paid = paid.plus(amount);
      }
    }
    return new LedgerBalance(
        entitled, settled, advanced, paid, recovered, recoverable(facts, lines));
  }

  private static Euros recoverable(ContractFacts facts, List<LedgerLine> lines) {
    Euros recoverable = Euros.ZERO;
    for (Map.Entry<Integer, ContractFacts.Closing> closed : facts.closings().entrySet()) {
      Euros spent = closed.getValue().orientationSpent();
      if (spent != null) {
        EnvelopeKey earmarked =
            new EnvelopeKey(closed.getKey(), FundingLine.ACCES_SOINS, Volet.SNP_ORIENTATION);
        Euros unspent = Euros.ZERO.minus(spent);
        for (LedgerLine line : lines) {
          if (line.envelope().equals(earmarked)) {
            unspent = unspent.plus(line.amount());
          }
        }
        if (unspent.signum() > 0) {
          recoverable = recoverable.plus(unspent);
        }
      }
    }
    return recoverable;
  }
}
