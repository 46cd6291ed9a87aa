package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of the document: one method on one path.
 *
 * @param method in upper case
 * @param path the path template as documented
 * @param node the operation object
 * @param parameters of the path and of the operation, references resolved
 * @param security what applies: the operation's own or the document's
 */
record ApiOperation(
    String method, String path, JsonNode node, List<JsonNode> parameters, JsonNode security) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  /** Method and path, as a reader names the operation. */
  String name() {
    return method + " " + path;
  }

  String operationId() {
    return node.path("operationId").asText("");
  }

  /** The OAuth scopes a caller needs; empty when public. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    security.forEach(
        requirement -> requirement.forEach(names -> names.forEach(s -> scopes.add(s.asText()))));
    return scopes;
  }

  boolean isPublic() {
    return security.isEmpty();
  }

  /** Whether a request to this path could be meant for the operation's template. */
  boolean matches(String requestPath) {
    StringBuilder regex = new StringBuilder();
    for (String literal : VARIABLE.split(path, -1)) {
      if (!regex.isEmpty() || !path.startsWith(literal)) {
        regex.append("[^/]+");
      }
      regex.append(Pattern.quote(literal));
    }
    return requestPath.matches(regex.toString());
  }

  /** How much of the template is fixed: of two that match, the more fixed one is meant. */
  int fixedCharacters() {
    return VARIABLE.matcher(path).replaceAll("").length();
  }

  Stream<JsonNode> parametersIn(String place) {
    return parameters.stream().filter(parameter -> parameter.path("in").asText().equals(place));
  }

  Optional<JsonNode> header(String name) {
    return parametersIn("header")
        .filter(parameter -> parameter.path("name").asText().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The media type object documented for a content type in a {@code content} object. */
  static JsonNode mediaType(JsonNode content, String contentType) {
    String wanted = bare(contentType);
    String family = wanted.replaceAll("/.*", "/*");
    return Stream.of(wanted, family, "*/*")
        .flatMap(range ->
            content.properties().stream()
                .filter(entry -> bare(entry.getKey()).equals(range))
                .map(entry -> entry.getValue()))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  static boolean isJson(String contentType) {
    String type = bare(contentType);
    return type.equals("application/json") || type.endsWith("+json");
  }

  static String bare(String contentType) {
    return contentType.replaceAll(";.*", "").trim().toLowerCase(Locale.ROOT);
  }
}
