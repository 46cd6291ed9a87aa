package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which communes a CPTS covers: the ARS of the seat, or the coordinator. */
@ApplicationScoped
public class DrawTerritory {
  private static final Logger LOG = Logger.getLogger(DrawTerritory.class);

  private final CptsRegister register;
  private final ComputeTerritory compute;
  private final CptsRecords records;
  private final CptsEvents events;
  private final Clock clock;

  DrawTerritory(
      CptsRegister register,
      ComputeTerritory compute,
      CptsRecords records,
      CptsEvents events,
      Clock clock) {
    this.register = register;
    this.compute = compute;
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The new territory; the one before stays in the history.
   *
   * @param precondition on the present territory
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public TerritoryView draw(
      Caller caller,
      UUID id,
      @Nullable List<@Nullable String> communes,
      Precondition<Territory> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Cpts current =
        register
            .lock(id, AccessPolicy.BUILD_UP_CPTS.of(caller))
            .orElseThrow(ProblemException::notFound);
    precondition.check(current.territory());
    ComputeTerritory.Computed computed =
        compute.compute(communes, current.seat(), current, Who.of(caller), now);
    Cpts covering = current.cover(computed.territory());
    records.replace(covering);
    events.changed(covering);
    LOG.infof(
        "territory drawn cpts=%s number=%d vintage=%d",
        id, computed.territory().number(), computed.territory().vintage());
    return SeeTerritory.of(records, caller, id, computed.territory(), computed.warnings());
  }
}
