package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the CPTS that a caller may read. */
@ApplicationScoped
public class ListCpts {
  private final CptsRecords records;

  ListCpts(CptsRecords records) {
    this.records = records;
  }

  /**
   * A page of CPTS in the order of their identifiers.
   *
   * @param after sort key of the last CPTS seen, null for the first page
   * @throws ProblemException {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<Cpts> list(
      Caller caller, CptsFilter filter, @Nullable List<String> after, int limit) {
    return Page.cut(
        records.list(
            filter, AccessPolicy.READ.of(caller), after == null ? null : id(after), limit + 1),
        limit,
        cpts -> List.of(cpts.id().toString()));
  }

  private static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
