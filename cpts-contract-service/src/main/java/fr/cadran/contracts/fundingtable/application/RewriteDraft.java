package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.PublishedIsFrozenException;
import fr.cadran.contracts.fundingtable.domain.TableContent;
import fr.cadran.contracts.fundingtable.domain.TableDeclaration;
import fr.cadran.contracts.fundingtable.domain.TableRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Replaces the content of a draft: the administrator. */
@ApplicationScoped
public class RewriteDraft {
  private static final Logger LOG = Logger.getLogger(RewriteDraft.class);

  private final TableVersions versions;
  private final Clock clock;

  RewriteDraft(TableVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * The draft as it stands now.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code NOT_FOUND} (404), {@code
   *     PUBLISHED_IS_FROZEN} (409), {@code INVALID} (422), or what the precondition refuses with
   */
  @Transactional
  public FundingTableVersion rewrite(
      Caller caller,
      String code,
      int version,
      TableDeclaration declaration,
      Precondition<FundingTableVersion> precondition) {
    AccessPolicy.KEEP_FUNDING_TABLES.require(caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    versions.lock();
    FundingTableVersion current =
        versions.find(code, version).orElseThrow(ProblemException::notFound);
    if (current.isPublished()) {
      throw ProblemException.of(FundingTableProblem.PUBLISHED_IS_FROZEN);
    }
    precondition.check(current);
    TableRules.Outcome outcome = TableRules.apply(declaration);
    Refusals.refuse(outcome.errors());
    FundingTableVersion rewritten =
        rewrite(current, Objects.requireNonNull(outcome.content()), now);
    versions.replace(rewritten);
    LOG.infof(
        "funding table rewritten code=%s version=%d revision=%d",
        code, version, rewritten.revision());
    return rewritten;
  }

  private static FundingTableVersion rewrite(
      FundingTableVersion current, TableContent content, Instant now) {
    try {
      return current.rewrite(content, now);
    } catch (PublishedIsFrozenException frozen) {
      throw ProblemException.of(FundingTableProblem.PUBLISHED_IS_FROZEN);
    }
  }
}
