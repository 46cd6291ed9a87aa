package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.kit.access.CptsScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Ends one contract when the calendar says so, in a transaction of its own. */
@ApplicationScoped
public class EndContract {
  private final Contracts contracts;
  private final CptsRegister register;
  private final KeepContract keepContract;
  private final ContractLedger ledger;
  private final Clock clock;

  EndContract(
      Contracts contracts,
      CptsRegister register,
      KeepContract keepContract,
      ContractLedger ledger,
      Clock clock) {
    this.contracts = contracts;
    this.register = register;
    this.keepContract = keepContract;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Whether it ended.
   *
   * @param today the day as of which
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean end(UUID id, LocalDate today) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (register.lock(contracts.cptsOf(id).orElseThrow(), CptsScope.EVERYTHING).isEmpty()) {
      throw new IllegalStateException("a contract without its CPTS");
    }
    Contract before = contracts.find(id).orElseThrow();
    Contract after = before.elapse(ledger.facts(id).calendar().term(), today, now);
    if (after.state() == before.state()) {
      return false;
    }
    LocalDate day = Objects.requireNonNull(after.endedOn());
    boolean terminated = after.state() == ContractState.TERMINATED;
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            terminated ? ContractEvent.TAKE_EFFECT : ContractEvent.REACH_TERM,
            day,
            null,
            DoneBy.PLATFORM,
            null));
    if (terminated) {
      ledger.revise(id, facts -> facts.endedOn(day));
    }
    return true;
  }
}
