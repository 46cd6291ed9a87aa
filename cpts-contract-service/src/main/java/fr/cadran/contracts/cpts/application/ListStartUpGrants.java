package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lists the start-up money of a CPTS as it stands today. */
@ApplicationScoped
public class ListStartUpGrants {
  private final CptsRegister register;
  private final CptsRecords records;
  private final Grants grants;
  private final Clock clock;

  ListStartUpGrants(CptsRegister register, CptsRecords records, Grants grants, Clock clock) {
    this.register = register;
    this.records = records;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * The grants, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the CPTS is not within reach
   */
  @Transactional
  public List<GrantView> list(Caller caller, UUID cpts) {
    if (register.find(cpts, AccessPolicy.READ.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    LocalDate today = FrenchDay.of(clock.instant());
    List<StageChange> moves = records.stageChanges(cpts);
    return grants.of(cpts).stream().map(grant -> GrantView.of(grant, moves, today)).toList();
  }
}
