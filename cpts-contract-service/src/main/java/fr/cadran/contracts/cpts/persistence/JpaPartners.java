package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.application.PartnerList;
import fr.cadran.contracts.cpts.application.Partners;
import fr.cadran.contracts.cpts.domain.Partner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** The partners of CPTS by Hibernate. */
@ApplicationScoped
class JpaPartners implements Partners, PanacheRepositoryBase<CptsEntity, UUID> {

  @Override
  public PartnerList of(UUID cpts) {
    CptsEntity row = Objects.requireNonNull(findById(cpts));
    return new PartnerList(
        row.partners,
        row.partnerRows.stream().map(one -> new Partner(one.role, one.name)).toList());
  }

  @Override
  public void replace(UUID cpts, PartnerList list) {
    CptsEntity row = Objects.requireNonNull(findById(cpts));
    row.partners = list.revision();
    row.partnerRows.clear();
    for (Partner partner : list.partners()) {
      PartnerRow one = new PartnerRow();
      one.role = partner.role();
      one.name = partner.name();
      row.partnerRows.add(one);
    }
    flush();
  }
}
