package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.AddParameter;
import fr.cadran.centres.coordination.domain.OptionParameter;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number that a text of the option fixes from a day on. */
@Schema(name = "OptionParameterWish")
record ParameterRequest(
    @Schema(required = true) OptionParameter.@Nullable Code code,
    @Schema(required = true, examples = "2003-01-01") @Nullable LocalDate validFrom,
    @Schema(required = true, minimum = "1", examples = "15") @Nullable Integer value,
    @Schema(
            required = true,
            maxLength = 250,
            description = "Texte qui le dit. — Text that says so.",
            examples = "seed 000, ANNEXE VIII")
        @Nullable String source) {

  AddParameter.Wish toWish() {
    return new AddParameter.Wish(code, validFrom, value, source);
  }
}
