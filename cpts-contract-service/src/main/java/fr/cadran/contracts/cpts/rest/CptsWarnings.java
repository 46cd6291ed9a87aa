package fr.cadran.contracts.cpts.rest;

import fr.cadran.kit.http.Languages;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemTexts;
import fr.cadran.kit.type.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Puts warnings into the caller's language. */
@ApplicationScoped
class CptsWarnings {
  private final ProblemTexts texts;

  CptsWarnings(ProblemTexts texts) {
    this.texts = texts;
  }

  List<CptsResponse.Warning> of(List<FieldError> warnings, HttpHeaders headers) {
    Locale locale = Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return warnings.stream()
        .map(warning ->
            new CptsResponse.Warning(
                warning.pointer(),
                warning.code(),
                texts.detail(Fault.at(warning.pointer(), warning.code()), locale)))
        .toList();
  }
}
