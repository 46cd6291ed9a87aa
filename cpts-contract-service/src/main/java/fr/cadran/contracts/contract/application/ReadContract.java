package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.TermsInForce;
import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a contract with the terms in force on a day. */
@ApplicationScoped
public class ReadContract {
  private final FindContract findContract;
  private final Contracts contracts;
  private final ContractLedger ledger;
  private final FundingTables tables;
  private final Clock clock;

  ReadContract(
      FindContract findContract,
      Contracts contracts,
      ContractLedger ledger,
      FundingTables tables,
      Clock clock) {
    this.findContract = findContract;
    this.contracts = contracts;
    this.ledger = ledger;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * A contract on a day.
   *
   * @param contract as it is
   * @param cpts as it is
   * @param party that the caller speaks for, empty for an onlooker
   * @param on the day
   * @param terms in force on that day; those under negotiation before the signature
   * @param table that these terms are read with
   * @param facts that the money depends on, null before the signature
   * @param avenants by number
   * @param warnings what the parties should know about the terms
   */
  public record View(
      Contract contract,
      Cpts cpts,
      Optional<Party> party,
      LocalDate on,
      ContractTerms terms,
      FundingTable table,
      @Nullable ContractFacts facts,
      List<Avenant> avenants,
      List<FieldError> warnings) {

    /** First day after the contract when it runs to its term, null before the signature. */
    public @Nullable LocalDate term() {
      LocalDate signedOn = contract.signedOn();
      return signedOn == null
          ? null
          : signedOn.plusYears(table.parameters().count(RuleName.CONTRACT_YEARS));
    }
  }

  /**
   * The contract.
   *
   * @param on null for today
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public View read(Caller caller, UUID id, @Nullable LocalDate on) {
    LocalDate today = FrenchDay.of(clock.instant());
    LocalDate day = on == null ? today : on;
    FindContract.Found found = findContract.find(caller, id);
    Contract contract = found.contract();
    List<Avenant> avenants = contracts.avenants(id);
    ContractTerms terms = TermsInForce.on(day, contract.terms(), avenants);
    FundingTable table =
        tables.published(terms.fundingTable(), terms.fundingTableVersion()).orElseThrow();
    return new View(
        contract,
        found.cpts(),
        found.party(),
        day,
        terms,
        table,
        contract.signedOn() == null ? null : ledger.facts(id),
        avenants,
        TermsRules.warningsOf(
            terms,
            table,
            found.cpts().population(),
            found.cpts().size(),
            contract.signedOn() == null ? today : contract.start()));
  }
}
