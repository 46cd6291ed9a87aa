package fr.cadran.contracts.payment.messaging;

import fr.cadran.contracts.payment.application.LedgerHead;
import fr.cadran.contracts.payment.application.PaymentEvents;
import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.events.EventType;
import fr.cadran.events.cpts.PaymentOrdered;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Payments through the outbox: one event a line, whose version is its place in the ledger. */
@ApplicationScoped
class OutboxPaymentEvents implements PaymentEvents {
  private final Outbox outbox;

  OutboxPaymentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void ordered(LedgerHead ledger, List<PostedLine> lines) {
    for (PostedLine line : lines) {
      outbox.publish(
          new OutgoingEvent<>(
              EventType.PAYMENT_ORDERED,
              ledger.cpts().toString(),
              ledger.contract() + "/ledger",
              line.position(),
              new PaymentOrdered(
                  line.id(),
                  ledger.contract(),
                  ledger.cpts(),
                  ledger.caisse(),
                  line.envelope().contractYear(),
                  line.envelope().line().name(),
                  line.envelope().volet().name(),
                  PaymentOrdered.Kind.valueOf(line.kind().name()),
                  line.dueOn(),
                  line.amount().amount(),
                  line.explanation().flags(),
                  line.position(),
                  line.position())));
    }
  }
}
