package fr.cadran.kit.edge;

import fr.cadran.kit.http.Correlation;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.FilePlace;
import fr.cadran.kit.problem.Problem;
import fr.cadran.kit.problem.ProblemCode;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.ProblemTexts;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Turns a refusal into its answer. The only place where problem details are made. */
@Singleton
public class ProblemWriter {
  private final ProblemTexts texts;
  private final Correlation correlation;
  private final String publicUrl;

  ProblemWriter(
      ProblemTexts texts,
      Correlation correlation,
      @ConfigProperty(name = "cadran.public-url") String publicUrl) {
    this.texts = texts;
    this.correlation = correlation;
    this.publicUrl = publicUrl;
  }

  /** The problem of a refusal, for one path and in the language asked for. */
  public Problem problem(ProblemException refusal, String path, @Nullable String acceptLanguage) {
    Locale locale = Languages.preferred(acceptLanguage);
    ProblemCode code = refusal.code();
    List<Problem.Entry> errors =
        refusal.faults().stream().map(fault -> entry(fault, locale)).toList();
    return new Problem(
        publicUrl + "/v1/problems/" + code.family() + "/" + code.name(),
        texts.title(code, locale),
        code.status(),
        texts.detail(code, refusal.arguments(), locale),
        path,
        code.name(),
        errors,
        correlation.traceId());
  }

  private Problem.Entry entry(Fault fault, Locale locale) {
    FilePlace place = fault.place();
    return new Problem.Entry(
        fault.pointer(),
        fault.code(),
        texts.detail(fault, locale),
        fault.acknowledgement(),
        place == null ? null : place.sheet(),
        place == null ? null : place.line(),
        place == null ? null : place.column());
  }

  /** The whole HTTP answer of a refusal. */
  public Response answer(ProblemException refusal, String path, @Nullable String acceptLanguage) {
    Response.ResponseBuilder answer =
        Response.status(refusal.code().status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, Languages.preferred(acceptLanguage).toString())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(problem(refusal, path, acceptLanguage));
    if (refusal.code().status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (refusal.retryAfterSeconds() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
    }
    return answer.build();
  }
}
