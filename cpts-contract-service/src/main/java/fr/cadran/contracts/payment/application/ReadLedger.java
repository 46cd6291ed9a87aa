package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.LedgerBalance;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.OpenEnvelope;
import fr.cadran.contracts.payment.domain.PaymentCalculator;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledger of a contract. */
@ApplicationScoped
public class ReadLedger {
  private final Ledgers ledgers;
  private final CptsRegister register;

  ReadLedger(Ledgers ledgers, CptsRegister register) {
    this.ledgers = ledgers;
    this.register = register;
  }

  /**
   * A ledger.
   *
   * @param head where it stands
   * @param lines that are shown, the oldest first
   * @param balance over all lines of the contract
   * @param open envelopes of closed years that cannot be settled, and why
   */
  public record Ledger(
      LedgerHead head, List<PostedLine> lines, LedgerBalance balance, List<OpenEnvelope> open) {}

  /**
   * The ledger.
   *
   * @param asOf what the platform knew at this instant, null for now
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public Ledger read(Caller caller, UUID contract, @Nullable Instant asOf) {
    LedgerHead head = ledgers.find(contract).orElseThrow(ProblemException::notFound);
    if (register.find(head.cpts(), AccessPolicy.READ.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    List<PostedLine> lines = ledgers.lines(contract, asOf);
    int version =
        asOf == null ? head.factsVersion() : lines.isEmpty() ? 1 : lines.getLast().factsVersion();
    ContractFacts facts = ledgers.facts(contract, version);
    PaymentCalculator engine = new PaymentCalculator(facts);
    List<LedgerLine> standing = ledgers.standing(contract).subList(0, lines.size());
    return new Ledger(head, lines, LedgerBalance.of(facts, engine, standing), engine.open());
  }
}
