package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsDeclaration;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Replaces the entry of a CPTS: an ARS agent, in its territory before and after. */
@ApplicationScoped
public class ReviseCpts {
  private static final Logger LOG = Logger.getLogger(ReviseCpts.class);

  private final CptsRegister register;
  private final CheckCpts check;
  private final CptsRecords records;
  private final CptsEvents events;
  private final Clock clock;

  ReviseCpts(
      CptsRegister register, CheckCpts check, CptsRecords records, CptsEvents events, Clock clock) {
    this.register = register;
    this.check = check;
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The revised CPTS.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public Registration revise(
      Caller caller, UUID id, CptsDeclaration declaration, Precondition<Cpts> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CptsScope reach = AccessPolicy.KEEP_REGISTER.of(caller);
    Cpts current = register.lock(id, reach).orElseThrow(ProblemException::notFound);
    precondition.check(current);
    CheckCpts.Checked checked = check.check(declaration, reach.territories());
    Cpts revised = current.revise(checked.entry(), now);
    records.replace(revised);
    events.changed(revised);
    LOG.infof("cpts revised cpts=%s version=%d", id, revised.version());
    return new Registration(revised, checked.warnings());
  }
}
