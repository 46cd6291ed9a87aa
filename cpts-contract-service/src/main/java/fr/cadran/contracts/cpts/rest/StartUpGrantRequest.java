package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.domain.GrantKind;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Start-up money that an ARS gives. */
@Schema(name = "StartUpGrantDemand")
record StartUpGrantRequest(
    @Schema(required = true, examples = "ACTION_PRECOCE") @NotNull GrantKind kind,
    @Schema(required = true, examples = "8000.00") @Nullable BigDecimal amount,
    @Schema(description = "Aujourd'hui par défaut. — Today by default.")
        @Nullable LocalDate grantedOn) {}
