package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads one funding table. */
@ApplicationScoped
public class ReadFundingTable {
  private final TableVersions versions;

  ReadFundingTable(TableVersions versions) {
    this.versions = versions;
  }

  /**
   * The version that was asked for; drafts are there for an administrator only.
   *
   * @param version null for the latest published one
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public FundingTableVersion read(Caller caller, String code, @Nullable Integer version) {
    return (version == null
            ? versions.of(code).reversed().stream()
                .filter(FundingTableVersion::isPublished)
                .findFirst()
            : versions
                .find(code, version)
                .filter(found ->
                    found.isPublished() || AccessPolicy.KEEP_FUNDING_TABLES.admits(caller)))
        .orElseThrow(ProblemException::notFound);
  }
}
