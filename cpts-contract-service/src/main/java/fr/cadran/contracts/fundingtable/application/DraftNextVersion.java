package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Opens a new version of a funding table, a copy of the last published one: the administrator. */
@ApplicationScoped
public class DraftNextVersion {
  private static final Logger LOG = Logger.getLogger(DraftNextVersion.class);

  private final TableVersions versions;
  private final Clock clock;

  DraftNextVersion(TableVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * The new draft.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code NOT_FOUND} (404), {@code DRAFT_EXISTS}
   *     (409)
   */
  @Transactional
  public FundingTableVersion draft(Caller caller, String code) {
    AccessPolicy.KEEP_FUNDING_TABLES.require(caller);
    versions.lock();
    List<FundingTableVersion> all = versions.of(code);
    if (all.isEmpty()) {
      throw ProblemException.notFound();
    }
    FundingTableVersion last = all.getLast();
    if (!last.isPublished()) {
      throw ProblemException.of(FundingTableProblem.DRAFT_EXISTS, last.version());
    }
    FundingTableVersion draft =
        FundingTableVersion.draft(
            code,
            last.version() + 1,
            last.content(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    versions.add(draft);
    LOG.infof("funding table drafted code=%s version=%d", code, draft.version());
    return draft;
  }
}
