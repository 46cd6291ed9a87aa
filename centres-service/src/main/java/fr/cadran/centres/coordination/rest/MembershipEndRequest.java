package fr.cadran.centres.coordination.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last day of a membership. */
@Schema(name = "MembershipEnd")
record MembershipEndRequest(
    @Schema(required = true, examples = "2015-02-28") @Nullable LocalDate endedOn) {}
