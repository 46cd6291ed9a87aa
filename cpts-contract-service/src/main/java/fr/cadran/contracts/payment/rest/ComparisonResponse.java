package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.domain.SimulationDifference;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why two imagined contracts differ. */
@Schema(name = "SimulationComparison")
public record ComparisonResponse(
    @Schema(required = true) BigDecimal from,
    @Schema(required = true) BigDecimal to,
    @Schema(required = true) BigDecimal difference,
    @Schema(
            required = true,
            description =
                "Les facteurs sont changés l'un après l'autre, dans cet ordre ; leur somme est l'écart. —"
                    + " Factors are changed one after the other, in this order; they make up the"
                    + " difference.")
        List<Part> attribution) {

  /** What one factor brings. */
  @Schema(name = "AttributedPart")
  public record Part(
      @Schema(required = true) SimulationDifference.Factor factor,
      @Schema(required = true) BigDecimal amount) {}

  static ComparisonResponse of(SimulationDifference difference) {
    return new ComparisonResponse(
        difference.from().amount(),
        difference.to().amount(),
        difference.to().minus(difference.from()).amount(),
        difference.parts().entrySet().stream()
            .map(part -> new Part(part.getKey(), part.getValue().amount()))
            .toList());
  }
}
