package fr.cadran.indicators.cptspayment.application;

import fr.cadran.events.cpts.PaymentOrdered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Takes in a line of the ledger of an ACI contract. */
@ApplicationScoped
public class KeepPayment {
  private final CptsPayments payments;

  KeepPayment(CptsPayments payments) {
    this.payments = payments;
  }

  /**
   * A line that is kept already changes nothing.
   *
   * @param now from when it is known
   */
  @Transactional
  public void keep(PaymentOrdered payment, Instant now) {
    payments.keep(payment, now);
  }
}
