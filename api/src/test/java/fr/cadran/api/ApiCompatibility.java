package fr.cadran.api;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.gateway.description.OpenApi30;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * Compares two documents of the API as a client would feel it: by openapi-diff, and stricter than
 * it where it lets a field go or a null come.
 */
final class ApiCompatibility {
  /**
   * What clients are told to bear with, so that it may come inside v1: an answer may hold a value
   * of a list that they do not know yet, or one beyond a bound that was widened for requests.
   */
  private static final OpenApiDiffOptions OPTIONS =
      OpenApiDiffOptions.builder()
          .configProperty("incompatible.response.enum.increased", "false")
          .configProperty("incompatible.response.max.length.increased", "false")
          .configProperty("incompatible.response.numeric.range.increased", "false")
          .configProperty("incompatible.operation.id.changed", "true")
          .build();

  private final Set<Changed> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> broken = new ArrayList<>();

  private ApiCompatibility() {}

  /** What broke between two 3.1 documents; empty when nothing did. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    ChangedOpenApi change =
        OpenApiCompare.fromContents(
            OpenApi30.of(released).toString(),
            OpenApi30.of(current).toString(),
            List.of(),
            OPTIONS);
    ApiCompatibility compatibility = new ApiCompatibility();
    compatibility.look(change, "");
    if (!change.isCompatible()) {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      new ConsoleRender().render(change, new OutputStreamWriter(told, StandardCharsets.UTF_8));
      compatibility.broken.add(told.toString(StandardCharsets.UTF_8));
    }
    return compatibility.broken;
  }

  private void look(@Nullable Changed change, String place) {
    if (change == null || !seen.add(change)) {
      return;
    }
    String where =
        change instanceof ChangedOperation operation
            ? operation.getHttpMethod() + " " + operation.getPathUrl()
            : place;
    if (change instanceof ChangedSchema schema) {
      lookAt(schema, where);
    }
    if (change instanceof ComposedChanged composed) {
      composed.getChangedElements().forEach(inner -> look(inner, where));
    }
  }

  private void lookAt(ChangedSchema schema, String where) {
    boolean isRequest = schema.getContext().isRequest();
    schema
        .getMissingProperties()
        .keySet()
        .forEach(name -> broken.add(where + (isRequest ? " refuses " : " no longer has ") + name));
    boolean wasNullable = Boolean.TRUE.equals(schema.getOldSchema().getNullable());
    boolean isNullable = Boolean.TRUE.equals(schema.getNewSchema().getNullable());
    if (isRequest && wasNullable && !isNullable) {
      broken.add(where + " refuses a null that it took");
    }
    if (!isRequest && !wasNullable && isNullable) {
      broken.add(where + " may answer a null that it did not");
    }
  }
}
