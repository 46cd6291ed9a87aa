package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.TableDeclaration;
import fr.cadran.contracts.fundingtable.domain.TableRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a new funding table as a draft: the administrator. */
@ApplicationScoped
public class DraftFundingTable {
  /** Capitals, digits and hyphens: the code stands in paths and in contracts. */
  public static final String CODE_INVALID = "TABLE_CODE_INVALID";

  private static final Logger LOG = Logger.getLogger(DraftFundingTable.class);
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,29}");
  private static final int FIRST = 1;

  private final TableVersions versions;
  private final Clock clock;

  DraftFundingTable(TableVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Version 1 of the new table.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code INVALID} (422), {@code
   *     FUNDING_TABLE_EXISTS} (409)
   */
  @Transactional
  public FundingTableVersion draft(
      Caller caller, @Nullable String code, TableDeclaration declaration) {
    AccessPolicy.KEEP_FUNDING_TABLES.require(caller);
    if (code == null || !CODE.matcher(code).matches()) {
      throw ProblemException.invalid("/code", CODE_INVALID);
    }
    TableRules.Outcome outcome = TableRules.apply(declaration);
    Refusals.refuse(outcome.errors());
    versions.lock();
    if (versions.exists(code)) {
      throw ProblemException.of(FundingTableProblem.FUNDING_TABLE_EXISTS);
    }
    FundingTableVersion draft =
        FundingTableVersion.draft(
            code,
            FIRST,
            Objects.requireNonNull(outcome.content()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    versions.add(draft);
    LOG.infof("funding table drafted code=%s", code);
    return draft;
  }
}
