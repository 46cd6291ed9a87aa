package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.GrantView;
import fr.cadran.contracts.cpts.domain.GrantKind;
import fr.cadran.contracts.cpts.domain.GrantState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Start-up money as it stands today. */
@Schema(name = "StartUpGrant")
record StartUpGrantResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) GrantKind kind,
    @Schema(required = true, examples = "8000.00") BigDecimal amount,
    @Schema(required = true) LocalDate grantedOn,
    @Schema(
            description =
                "Dernier jour pour signer l'ACI ; null sans cet engagement. — Last day to sign the"
                    + " ACI; null without that commitment.")
        @Nullable LocalDate signBy,
    @Schema(
            required = true,
            description =
                "Calculé pour aujourd'hui ; alerte deux mois avant l'échéance ; remboursement dû si"
                    + " elle est manquée (hypothèse). — Computed for today; alert two months before"
                    + " the last day; repayment due when it is missed (assumption).")
        GrantState state,
    @Schema(required = true) Instant recordedAt) {

  static StartUpGrantResponse of(GrantView view) {
    return new StartUpGrantResponse(
        view.grant().id(),
        view.grant().kind(),
        view.grant().amount().amount(),
        view.grant().grantedOn(),
        view.grant().signBy(),
        view.state(),
        view.grant().recordedAt());
  }

  /** Every grant of a CPTS. */
  @Schema(name = "StartUpGrants")
  record Listed(@Schema(required = true) List<StartUpGrantResponse> items, @Nullable String next) {}
}
