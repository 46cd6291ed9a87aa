package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads how a CPTS came to where it stands. */
@ApplicationScoped
public class ReadStageHistory {
  private final CptsRegister register;
  private final CptsRecords records;

  ReadStageHistory(CptsRegister register, CptsRecords records) {
    this.register = register;
    this.records = records;
  }

  /**
   * A CPTS with its moves.
   *
   * @param cpts as it stands now
   * @param changes the oldest first
   */
  public record History(Cpts cpts, List<StageChange> changes) {}

  /**
   * The CPTS and its moves.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when there is none within reach
   */
  @Transactional
  public History read(Caller caller, UUID id) {
    Cpts cpts =
        register.find(id, AccessPolicy.READ.of(caller)).orElseThrow(ProblemException::notFound);
    return new History(cpts, records.stageChanges(id));
  }
}
