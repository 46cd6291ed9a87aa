package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.TermsDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rounds of a negotiation. */
@Schema(name = "Offers")
record OffersResponse(@Schema(required = true) List<OfferResponse> items) {

  static OffersResponse of(List<Offer> offers) {
    List<OfferResponse> items = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      items.add(OfferResponse.of(offers.get(i), i == 0 ? null : offers.get(i - 1)));
    }
    return new OffersResponse(items);
  }

  /** A round. */
  @Schema(name = "Offer")
  record OfferResponse(
      @Schema(required = true, minimum = "1") int number,
      @Schema(required = true) Party by,
      @Nullable String message,
      @Schema(required = true) Instant madeAt,
      @Schema(required = true) String hash,
      @Schema(required = true) TermsResponse terms,
      @Schema(description = "Tour auquel celui-ci est comparé. — The round it is compared with.")
          @Nullable Integer comparedTo,
      @Schema(required = true) List<Difference> differences) {
    static OfferResponse of(Offer offer, @Nullable Offer other) {
      return new OfferResponse(
          offer.number(),
          offer.by(),
          offer.message(),
          offer.madeAt(),
          offer.hash(),
          TermsResponse.of(offer.terms()),
          other == null ? null : other.number(),
          other == null
              ? List.of()
              : TermsDifference.between(other.terms(), offer.terms()).stream()
                  .map(one -> new Difference(one.pointer(), one.before(), one.after()))
                  .toList());
    }
  }

  /** A place where two rounds differ. */
  @Schema(name = "TermsDifference")
  record Difference(
      @Schema(
              required = true,
              description =
                  "Place ; missions et indicateurs par leur code. — Place; missions and indicators by"
                      + " their codes.",
              examples = "/missions/PARCOURS/indicators/patients-parcours/targets/1")
          String pointer,
      @Nullable String before,
      @Nullable String after) {}
}
