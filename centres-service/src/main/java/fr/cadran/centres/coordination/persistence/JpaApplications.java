package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.Applications;
import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Applications by Hibernate. */
@ApplicationScoped
class JpaApplications
    implements Applications, PanacheRepositoryBase<ApplicationEntity, VersionOfApplicationKey> {
  @Override
  public Optional<OptionApplication> find(Finess centre, VoletOption volet) {
    return find("centre = ?1 and volet = ?2 order by version desc", centre.value(), volet)
        .firstResultOptional()
        .map(row ->
            new OptionApplication(
                centre,
                row.volet,
                row.sentOn,
                row.answer,
                row.answeredOn,
                row.version,
                row.changedAt));
  }

  @Override
  public void add(OptionApplication application) {
    ApplicationEntity row = new ApplicationEntity();
    row.centre = application.centre().value();
    row.volet = application.volet();
    row.version = application.version();
    row.sentOn = application.sentOn();
    row.answer = application.answer();
    row.answeredOn = application.answeredOn();
    row.changedAt = application.changedAt();
    persistAndFlush(row);
  }
}
