package fr.cadran.indicators.cptspayment.application;

import fr.cadran.events.cpts.PaymentOrdered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Takes in a line of the ledger of an ACI contract. */
@ApplicationScoped
public class KeepPayment {
  private final CptsPayments payments;
  private final Clock clock;

  KeepPayment(CptsPayments payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  /** A line that is kept already changes nothing. */
  @Transactional
  public void keep(PaymentOrdered payment) {
    payments.keep(payment, clock.instant());
  }
}
