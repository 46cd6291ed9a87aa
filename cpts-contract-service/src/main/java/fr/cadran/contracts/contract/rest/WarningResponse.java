package fr.cadran.contracts.contract.rest;

import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemTexts;
import fr.cadran.kit.type.FieldError;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the parties should know; nothing is refused for it. */
@Schema(name = "ContractWarning")
record WarningResponse(
    @Schema(required = true, examples = "/population") String pointer,
    @Schema(required = true, examples = "POPULATION_DIFFERS") String code,
    @Schema(required = true) String detail) {

  static List<WarningResponse> of(List<FieldError> warnings, ProblemTexts texts, Locale locale) {
    return warnings.stream()
        .map(one ->
            new WarningResponse(
                one.pointer(),
                one.code(),
                texts.detail(Fault.at(one.pointer(), one.code()), locale)))
        .toList();
  }
}
