package fr.cadran.indicators.recomputation.application;

import java.util.UUID;

/** A recomputation was asked for. */
public record RecomputationRequested(UUID id) {}
