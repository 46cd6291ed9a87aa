package fr.cadran.centres.coordination.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every amount of the option. */
@Schema(name = "OptionAmounts")
record AmountsResponse(@Schema(required = true) List<AmountResponse> items) {}
