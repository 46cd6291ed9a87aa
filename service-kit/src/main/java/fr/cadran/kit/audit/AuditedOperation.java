package fr.cadran.kit.audit;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the audit knows of an operation.
 *
 * @param id as in the description of the API
 * @param route template of its path
 * @param idsInPath names of the parameters in the path, in order
 * @param plain whether it only reads, or computes, what nobody has to answer for
 */
record AuditedOperation(String id, String route, List<String> idsInPath, boolean plain) {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w.-]+)[^}]*}");

  static AuditedOperation of(Method method, PlainReads plainReads) {
    Operation described = method.getAnnotation(Operation.class);
    String id =
        described == null || described.operationId().isEmpty()
            ? method.getName()
            : described.operationId();
    String route =
        path(method.getDeclaringClass().getAnnotation(Path.class))
            + path(method.getAnnotation(Path.class));
    List<String> names =
        PARAMETER.matcher(route).results().map(parameter -> parameter.group(1)).toList();
    String template = PARAMETER.matcher(route).replaceAll(AuditedOperation::bare);
    return new AuditedOperation(id, template, names, plainReads.contains(id));
  }

  private static String bare(java.util.regex.MatchResult parameter) {
    return Matcher.quoteReplacement("{" + parameter.group(1) + "}");
  }

  private static String path(@Nullable Path path) {
    if (path == null || path.value().isEmpty() || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }

  /** The ids that a call had in its path; what is odd shows as a question mark. */
  @Nullable String resource(jakarta.ws.rs.core.MultivaluedMap<String, String> parameters) {
    if (idsInPath.isEmpty()) {
      return null;
    }
    return idsInPath.stream()
        .map(name -> Harmless.orQuestionMark(parameters.getFirst(name)))
        .collect(Collectors.joining("/"));
  }
}
