package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.type.Euros;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: tells what happened to a contract, in the transaction of the change. */
public interface ContractEvents {
  /** The state changed; null from for the first. */
  void stateChanged(
      Contract contract, @Nullable ContractState from, ContractEvent event, LocalDate on);

  /** The three parties have signed the contract. */
  void signed(Contract contract, ContractFacts facts);

  /** The three parties have signed an avenant. */
  void avenantSigned(Contract contract, Avenant avenant);

  /**
   * A mission started.
   *
   * @param variable its variable envelope of a full year, null when it has none
   */
  void missionStarted(
      Contract contract,
      FundingLine mission,
      LocalDate on,
      int contractYear,
      String annexHash,
      List<ContractIndicator> indicators,
      @Nullable Euros variable);
}
