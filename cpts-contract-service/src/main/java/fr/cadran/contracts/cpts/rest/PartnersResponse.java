package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.PartnerList;
import fr.cadran.contracts.cpts.domain.PartnerRole;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The organisations beside a CPTS. */
@Schema(name = "Partners")
record PartnersResponse(@Schema(required = true) List<Partner> partners) {

  /** One organisation. */
  @Schema(name = "Partner")
  record Partner(@Schema(required = true) PartnerRole role, @Schema(required = true) String name) {}

  static PartnersResponse of(PartnerList list) {
    return new PartnersResponse(
        list.partners().stream().map(one -> new Partner(one.role(), one.name())).toList());
  }
}
