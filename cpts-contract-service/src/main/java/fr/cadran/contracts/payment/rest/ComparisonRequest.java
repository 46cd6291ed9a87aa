package fr.cadran.contracts.payment.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two imagined contracts. */
@Schema(name = "SimulationComparisonRequest")
public record ComparisonRequest(
    @Schema(required = true) @Valid @NotNull SimulationRequest from,
    @Schema(required = true) @Valid @NotNull SimulationRequest to) {}
