package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.application.Grants;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.StartUpGrant;
import fr.cadran.kit.type.Euros;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Start-up money by Hibernate. */
@ApplicationScoped
class JpaGrants implements Grants, PanacheRepositoryBase<StartUpGrantEntity, UUID> {

  @Override
  public List<StartUpGrant> of(UUID cpts) {
    // Identifiers are time-ordered, so their order is that in which grants were written down.
    return list("cpts = ?1 order by id", cpts).stream()
        .map(row ->
            new StartUpGrant(
                row.id,
                row.cpts,
                row.kind,
                new Euros(row.amount),
                row.grantedOn,
                row.signBy,
                row.recordedAt,
                new DoneBy(row.subject, row.clientId)))
        .toList();
  }

  @Override
  public void add(StartUpGrant grant) {
    StartUpGrantEntity row = new StartUpGrantEntity();
    row.id = grant.id();
    row.cpts = grant.cpts();
    row.kind = grant.kind();
    row.amount = grant.amount().amount();
    row.grantedOn = grant.grantedOn();
    row.signBy = grant.signBy();
    row.recordedAt = grant.recordedAt();
    row.subject = grant.by().subject();
    row.clientId = grant.by().clientId();
    persistAndFlush(row);
  }
}
