package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.kit.access.CptsScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the contracts, their rounds, their avenants and their history. */
public interface Contracts {
  /** The CPTS of a contract, empty when there is no such contract. */
  Optional<UUID> cptsOf(UUID contract);

  /** A contract. Who may see it, the caller has made sure. */
  Optional<Contract> find(UUID id);

  /** Whether the CPTS has a contract that is not over. The CPTS is locked. */
  boolean hasOne(UUID cpts);

  /**
   * What a list is narrowed by; null narrows nothing.
   *
   * @param cpts of this CPTS
   * @param state in this state
   * @param size of this size in its latest terms
   * @param departement whose CPTS has its seat there
   */
  record Filter(
      @Nullable UUID cpts,
      @Nullable ContractState state,
      @Nullable Integer size,
      @Nullable String departement) {}

  /**
   * Contracts within reach, the oldest first.
   *
   * @param after the last id seen, null for the first page
   * @param most how many at most
   */
  List<Contract> list(CptsScope reach, Filter filter, @Nullable UUID after, int most);

  /** Contracts in force, which the calendar may end. */
  List<UUID> inForce();

  void add(Contract contract);

  void replace(Contract contract);

  /** Takes down one change, for good. */
  void note(ContractChange change);

  /** Every change of a contract, the oldest first. */
  List<ContractChange> changes(UUID contract);

  void addOffer(UUID contract, Offer offer);

  /** Every round of a contract, the oldest first. */
  List<Offer> offers(UUID contract);

  void addAvenant(Avenant avenant);

  void replaceAvenant(Avenant avenant);

  /** Every avenant of a contract, by number. */
  List<Avenant> avenants(UUID contract);

  Optional<Avenant> avenant(UUID contract, int number);
}
