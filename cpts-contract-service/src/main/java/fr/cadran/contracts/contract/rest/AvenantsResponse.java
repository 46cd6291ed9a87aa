package fr.cadran.contracts.contract.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The avenants of a contract. */
@Schema(name = "Avenants")
record AvenantsResponse(@Schema(required = true) List<AvenantResponse> items) {}
