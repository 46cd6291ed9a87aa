package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.PostedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One payment. */
@Schema(name = "Payment", description = "Un versement ou une reprise. — A payment or a recovery.")
public record PaymentResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID contract,
    @Schema(required = true, minimum = "1") int position,
    @Schema(required = true, minimum = "1") int contractYear,
    @Schema(required = true, examples = "ACCES_SOINS") String line,
    @Schema(required = true, examples = "FIXE") String volet,
    @Schema(required = true, examples = "ADVANCE") String kind,
    @Schema(required = true) LocalDate dueOn,
    @Schema(required = true, examples = "6508.56") BigDecimal amount,
    @Schema(required = true) Instant postedAt) {
  static PaymentResponse of(PostedLine line) {
    return new PaymentResponse(
        line.id(),
        line.contract(),
        line.position(),
        line.envelope().contractYear(),
        line.envelope().line().name(),
        line.envelope().volet().name(),
        line.kind().name(),
        line.dueOn(),
        line.amount().amount(),
        line.postedAt());
  }
}
