package fr.cadran.kit.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Goes to every schema of a description, with those inside it, and says where it stands. */
final class EverySchema {
  /** Where a schema stands: what bounds the value it describes. */
  enum Place {
    /** In a path, a query or a header. */
    LINE,
    /** In a body. */
    BODY
  }

  /** What is done with a schema. */
  interface Visit {
    void at(Place place, Schema schema);
  }

  private EverySchema() {}

  static void of(OpenAPI api, Visit visit) {
    if (api.getComponents() != null) {
      each(api.getComponents().getSchemas(), schema -> walk(Place.BODY, schema, visit));
    }
    if (api.getPaths() == null) {
      return;
    }
    each(
        api.getPaths().getPathItems(),
        path -> path.getOperations().values().forEach(operation -> operation(operation, visit)));
  }

  private static void operation(Operation operation, Visit visit) {
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        walk(Place.LINE, parameter.getSchema(), visit);
      }
    }
    if (operation.getRequestBody() != null) {
      content(operation.getRequestBody().getContent(), visit);
    }
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      content(response.getContent(), visit);
      each(response.getHeaders(), (Header header) -> walk(Place.LINE, header.getSchema(), visit));
    }
  }

  private static void content(@Nullable Content content, Visit visit) {
    if (content != null) {
      each(content.getMediaTypes(), type -> walk(Place.BODY, type.getSchema(), visit));
    }
  }

  private static void walk(Place place, @Nullable Schema schema, Visit visit) {
    if (schema == null || schema.getBooleanSchema() != null) {
      return;
    }
    visit.at(place, schema);
    each(schema.getProperties(), inner -> walk(place, inner, visit));
    walk(place, schema.getItems(), visit);
    walk(place, schema.getAdditionalPropertiesSchema(), visit);
    each(schema.getAllOf(), inner -> walk(place, inner, visit));
    each(schema.getAnyOf(), inner -> walk(place, inner, visit));
    each(schema.getOneOf(), inner -> walk(place, inner, visit));
  }

  private static <T> void each(@Nullable Map<String, T> members, Consumer<T> what) {
    if (members != null) {
      members.values().forEach(what);
    }
  }

  private static <T> void each(@Nullable Collection<T> members, Consumer<T> what) {
    if (members != null) {
      members.forEach(what);
    }
  }
}
