package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.ContractLink;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.StageTransition;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes a CPTS follow its contract. Called by the contract in its own transaction, after it has
 * decided that the caller may act; stages from the signature on come from here only.
 */
@ApplicationScoped
public class FollowContract {
  private final CptsRegister register;
  private final CptsRecords records;
  private final CptsEvents events;
  private final RecordMove recordMove;
  private final Clock clock;

  FollowContract(
      CptsRegister register,
      CptsRecords records,
      CptsEvents events,
      RecordMove recordMove,
      Clock clock) {
    this.register = register;
    this.records = records;
    this.events = events;
    this.recordMove = recordMove;
    this.clock = clock;
  }

  /**
   * The CPTS after the news.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code ILLEGAL_TRANSITION} (409) naming stage
   *     and event
   */
  @Transactional
  public Cpts follow(UUID id, ContractNews news) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Cpts current = register.lock(id, CptsScope.EVERYTHING).orElseThrow(ProblemException::notFound);
    Cpts linked = current.link(new ContractLink(news.contract(), news.state()), now);
    if (news.happening() != null && !isTalkAhead(linked, news.happening())) {
      return recordMove.record(linked, news.happening().event(), news.on(), news.by(), now);
    }
    records.replace(linked);
    events.changed(linked);
    return linked;
  }

  /**
   * Whether this is a negotiation that the stage does not follow: parties may talk before the
   * projet de santé is validated, or after an earlier contract has ended.
   */
  private static boolean isTalkAhead(Cpts cpts, ContractHappening happening) {
    return happening != ContractHappening.SIGNED
        && happening != ContractHappening.TERMINATED
        && happening != ContractHappening.ENDED
        && StageTransition.of(cpts.stage(), happening.event()).isEmpty();
  }
}
