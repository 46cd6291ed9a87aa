package fr.cadran.contracts.payment.persistence;

import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.application.LedgerHead;
import fr.cadran.contracts.payment.application.Ledgers;
import fr.cadran.contracts.payment.application.PostDueLines;
import fr.cadran.contracts.payment.domain.ContractFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The ledger as the deciding features see it: facts in, lines written. */
@ApplicationScoped
class JdbcContractLedger implements ContractLedger {
  private final Ledgers ledgers;
  private final PostDueLines postDueLines;
  private final Clock clock;

  JdbcContractLedger(Ledgers ledgers, PostDueLines postDueLines, Clock clock) {
    this.ledgers = ledgers;
    this.postDueLines = postDueLines;
    this.clock = clock;
  }

  @Override
  public void open(UUID contract, UUID cpts, String caisse, ContractFacts facts) {
    ledgers.open(contract, cpts, caisse, facts, now());
    postDueLines.post(contract);
  }

  @Override
  public void revise(UUID contract, UnaryOperator<ContractFacts> change) {
    LedgerHead head = ledgers.lock(contract).orElseThrow(() -> missing(contract));
    ContractFacts before = ledgers.facts(contract, head.factsVersion());
    ledgers.revise(contract, head.factsVersion() + 1, change.apply(before), now());
    postDueLines.post(contract);
  }

  @Override
  public ContractFacts facts(UUID contract) {
    LedgerHead head = ledgers.find(contract).orElseThrow(() -> missing(contract));
    return ledgers.facts(contract, head.factsVersion());
  }

  private static IllegalStateException missing(UUID contract) {
    return new IllegalStateException("no ledger is open for " + contract);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
