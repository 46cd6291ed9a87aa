package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists the versions of a funding table. */
@ApplicationScoped
public class ListTableVersions {
  private final TableVersions versions;

  ListTableVersions(TableVersions versions) {
    this.versions = versions;
  }

  /**
   * The versions, the oldest first; drafts are there for an administrator only.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the caller may see none
   */
  @Transactional
  public List<FundingTableVersion> list(Caller caller, String code) {
    List<FundingTableVersion> visible =
        versions.of(code).stream()
            .filter(
                version -> version.isPublished() || AccessPolicy.KEEP_FUNDING_TABLES.admits(caller))
            .toList();
    if (visible.isEmpty()) {
      throw ProblemException.notFound();
    }
    return visible;
  }
}
