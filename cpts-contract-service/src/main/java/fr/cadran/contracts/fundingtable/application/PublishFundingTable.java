package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.PublicationRules;
import fr.cadran.contracts.fundingtable.domain.PublishedIsFrozenException;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishes a draft, which freezes it: the administrator. */
@ApplicationScoped
public class PublishFundingTable {
  private static final Logger LOG = Logger.getLogger(PublishFundingTable.class);

  private final TableVersions versions;
  private final Clock clock;

  PublishFundingTable(TableVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * The published version.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code NOT_FOUND} (404), {@code
   *     PUBLISHED_IS_FROZEN} (409), {@code PUBLICATION_REFUSED} (422) with every reason, or what
   *     the precondition refuses with
   */
  @Transactional
  public FundingTableVersion publish(
      Caller caller, String code, int version, Precondition<FundingTableVersion> precondition) {
    AccessPolicy.KEEP_FUNDING_TABLES.require(caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    versions.lock();
    FundingTableVersion draft =
        versions.find(code, version).orElseThrow(ProblemException::notFound);
    precondition.check(draft);
    FundingTableVersion published = publish(draft, now);
    List<FieldError> errors = PublicationRules.errorsOf(draft, versions.latestPublished());
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          FundingTableProblem.PUBLICATION_REFUSED,
          errors.stream().map(error -> Fault.at(error.pointer(), error.code())).toList());
    }
    versions.replace(published);
    LOG.infof("funding table published code=%s version=%d", code, version);
    return published;
  }

  private static FundingTableVersion publish(FundingTableVersion draft, Instant now) {
    try {
      return draft.publish(now);
    } catch (PublishedIsFrozenException frozen) {
      throw ProblemException.of(FundingTableProblem.PUBLISHED_IS_FROZEN);
    }
  }
}
