package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.domain.PartnerRole;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A partner of a CPTS. */
@Embeddable
class PartnerRow {
  @Enumerated(EnumType.STRING)
  PartnerRole role;

  String name;
}
