package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.OptionParameter;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number that a text of the option fixes from a day on. */
@Schema(name = "OptionParameter")
record ParameterResponse(
    @Schema(required = true) OptionParameter.Code code,
    @Schema(required = true) LocalDate validFrom,
    @Schema(required = true, examples = "15") int value,
    @Schema(required = true) String source) {

  static ParameterResponse of(OptionParameter parameter) {
    return new ParameterResponse(
        parameter.code(), parameter.validFrom(), parameter.value(), parameter.source());
  }
}
