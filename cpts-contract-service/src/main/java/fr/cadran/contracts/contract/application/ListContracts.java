package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the contracts that a caller may read. */
@ApplicationScoped
public class ListContracts {
  private final Contracts contracts;

  ListContracts(Contracts contracts) {
    this.contracts = contracts;
  }

  /**
   * A page of contracts, the oldest first.
   *
   * @param after sort key of the last contract seen, null for the first page
   * @throws ProblemException {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<Contract> list(
      Caller caller, Contracts.Filter filter, @Nullable List<String> after, int limit) {
    return Page.cut(
        contracts.list(
            AccessPolicy.READ.of(caller), filter, after == null ? null : id(after), limit + 1),
        limit,
        contract -> List.of(contract.id().toString()));
  }

  private static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
