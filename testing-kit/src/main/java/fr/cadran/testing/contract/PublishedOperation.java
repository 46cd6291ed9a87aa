package fr.cadran.testing.contract;

import java.util.List;
import java.util.Set;

/**
 * An operation of an API description, as other kinds of tests need it.
 *
 * @param id the operationId
 * @param method in upper case
 * @param path the template
 * @param scopes that a token must hold; empty when public
 * @param hasLimit whether it answers page by page
 */
public record PublishedOperation(
    String id, String method, String path, Set<String> scopes, boolean hasLimit) {
  public PublishedOperation {
    scopes = Set.copyOf(scopes);
  }

  /** Whether a request to this path is meant for the operation. */
  public boolean matches(String requestPath) {
    String template = path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
    return requestPath.replaceAll("\\?.*", "").matches("\\Q" + template + "\\E");
  }

  /**
   * The operations of a description, in its order.
   *
   * @throws IllegalArgumentException when it is not OpenAPI 3.1
   */
  public static List<PublishedOperation> all(String description) {
    return ApiDocument.parse(description).operations().stream()
        .map(one ->
            new PublishedOperation(
                one.operationId(),
                one.method(),
                one.path(),
                one.scopes(),
                one.parametersIn("query")
                    .anyMatch(parameter -> parameter.path("name").asText().equals("limit"))))
        .toList();
  }
}
