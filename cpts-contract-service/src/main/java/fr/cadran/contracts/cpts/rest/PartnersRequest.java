package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.NamePartners;
import fr.cadran.contracts.cpts.domain.PartnerRole;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The organisations beside a CPTS. */
@Schema(name = "PartnersDeclaration")
record PartnersRequest(
    @Schema(required = true, maxItems = 200) @Nullable List<@Nullable Partner> partners) {

  /** One organisation. */
  @Schema(name = "PartnerDeclaration")
  record Partner(
      @Schema(required = true, examples = "HOSPITAL") @Nullable PartnerRole role,
      @Schema(
              required = true,
              maxLength = 250,
              description = "Organisation, jamais une personne. — Organisation, never a person.",
              examples = "Centre hospitalier de Saint-Denis")
          @Nullable String name) {}

  @Nullable List<NamePartners.@Nullable Named> named() {
    return partners == null ? null : partners.stream().map(PartnersRequest::named).toList();
  }

  private static NamePartners.@Nullable Named named(@Nullable Partner partner) {
    return partner == null ? null : new NamePartners.Named(partner.role(), partner.name());
  }
}
