package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads one payment with its explanation. */
@ApplicationScoped
public class ReadPayment {
  private final Ledgers ledgers;
  private final CptsRegister register;

  ReadPayment(Ledgers ledgers, CptsRegister register) {
    this.ledgers = ledgers;
    this.register = register;
  }

  /**
   * The payment.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public PostedLine read(Caller caller, UUID payment) {
    PostedLine line = ledgers.line(payment).orElseThrow(ProblemException::notFound);
    LedgerHead head = ledgers.find(line.contract()).orElseThrow(ProblemException::notFound);
    if (register.find(head.cpts(), AccessPolicy.READ.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    return line;
  }
}
