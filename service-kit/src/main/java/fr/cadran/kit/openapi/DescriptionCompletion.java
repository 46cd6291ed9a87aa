package fr.cadran.kit.openapi;

import fr.cadran.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a service's API description what every operation has in common: the scope it asks for or
 * that it asks for none, the headers that it takes, the refusals that any call can meet, the shape
 * of a refusal, objects closed to unknown fields, the bounds of every text, number and list, one
 * name for one enum.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescriptionCompletion implements OASFilter {
  private static final String SCHEME = "cadran";
  private static final DotName REQUIRES_SCOPE =
      DotName.createSimple("fr.cadran.kit.access.RequiresScope");
  private static final DotName PUBLIC_ACCESS =
      DotName.createSimple("fr.cadran.kit.access.PublicAccess");

  private final Map<String, String> scopeOfOperation = new TreeMap<>();
  private final Set<String> publicOperations = new TreeSet<>();
  private final NestedEnumNames enumNames;
  private final TakenHeaders headers;

  /** Reads which method asks for which scope or for none, and which enum stands in which type. */
  public DescriptionCompletion(IndexView index) {
    enumNames = new NestedEnumNames(index);
    headers = new TakenHeaders(index);
    for (AnnotationInstance open : index.getAnnotations(PUBLIC_ACCESS)) {
      if (open.target().kind() == AnnotationTarget.Kind.METHOD) {
        publicOperations.add(open.target().asMethod().name());
      }
    }
    for (AnnotationInstance scope : index.getAnnotations(REQUIRES_SCOPE)) {
      if (scope.target().kind() == AnnotationTarget.Kind.METHOD) {
        scopeOfOperation.put(scope.target().asMethod().name(), scope.value().asString());
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents()
        .addSecurityScheme(
            SCHEME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "Jeton d'accès du domaine `cadran`, vérifié selon RFC8725. — Access token of the"
                        + " realm `cadran`, checked as RFC8725 asks."));
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    if (schemas != null) {
      schemas.values().forEach(DescriptionCompletion::close);
      schemas.values().forEach(DescriptionCompletion::leaveTypeToAlternatives);
      schemas.values().forEach(DescriptionCompletion::allowNullWhereOptional);
    }
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths().getPathItems().values().forEach(this::describe);
    }
    enumNames.apply(api);
    EverySchema.of(api, (place, schema) -> leaveTypeToReference(schema));
    SchemaBounds.apply(api);
  }

  private void describe(PathItem path) {
    path.getOperations().values().forEach(this::describe);
  }

  private void describe(Operation operation) {
    String scope = scopeOfOperation.get(operation.getOperationId());
    boolean hasBody = operation.getRequestBody() != null;
    boolean hasQuery =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> "query".equals(String.valueOf(parameter.getIn())));
    if (scope != null) {
      operation.addSecurityRequirement(
          OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(scope)));
      refusal(operation, 401, "`UNAUTHENTICATED`");
      refusal(operation, 403, "`FORBIDDEN` : scope `" + scope + "`");
    } else if (publicOperations.contains(operation.getOperationId())) {
      operation.setSecurity(List.of());
    }
    refusal(
        operation,
        400,
        hasBody
            ? "`MALFORMED_JSON`, `UNKNOWN_FIELD`, `WRONG_TYPE`, `UNKNOWN_PARAMETER`"
            : hasQuery ? "`INVALID_PARAMETER`, `UNKNOWN_PARAMETER`" : "`UNKNOWN_PARAMETER`");
    if (hasBody) {
      refusal(operation, 413, "`BODY_TOO_LARGE`");
      refusal(operation, 415, "`UNSUPPORTED_MEDIA_TYPE`");
    }
    headers.describe(operation);
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          if (isRefusal(status) && response.getContent() == null) {
            response.setContent(
                OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem()));
          }
        });
  }

  private static boolean isRefusal(String status) {
    return status.startsWith("4") || status.startsWith("5");
  }

  private static void refusal(Operation operation, int status, String description) {
    String key = String.valueOf(status);
    @Nullable APIResponse known = operation.getResponses().getAPIResponse(key);
    if (known == null) {
      operation
          .getResponses()
          .addAPIResponse(key, OASFactory.createAPIResponse().description(description));
    }
  }

  private static MediaType problem() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
  }

  /** What is not required may be null: a missing value is a null, never a zero. */
  private static void allowNullWhereOptional(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    for (Map.Entry<String, Schema> property : Map.copyOf(properties).entrySet()) {
      if (!required.contains(property.getKey())) {
        schema.addProperty(property.getKey(), orNull(property.getValue()));
      }
    }
  }

  private static Schema orNull(Schema schema) {
    if (schema.getRef() != null) {
      // An anyOf leaves the referenced schema, closed to unknown fields, as it is.
      return OASFactory.createSchema()
          .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
          .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL))
          .description(schema.getDescription());
    }
    if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
      schema.addType(Schema.SchemaType.NULL);
    }
    if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
      schema.addEnumeration(null);
    }
    return schema;
  }

  /** A value that is a text or an object has the type of neither before it is looked at. */
  private static void leaveTypeToAlternatives(Schema schema) {
    boolean isUnion = schema.getOneOf() != null && !schema.getOneOf().isEmpty();
    if (isUnion && (schema.getProperties() == null || schema.getProperties().isEmpty())) {
      schema.setType(null);
    }
  }

  // A type beside a reference says less than what is referred to, and that any field may come.
  private static void leaveTypeToReference(Schema schema) {
    boolean refers =
        schema.getRef() != null || (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty());
    if (refers && schema.getType() != null && schema.getType().contains(Schema.SchemaType.OBJECT)) {
      schema.setType(null);
    }
  }

  private static void close(Schema schema) {
    boolean isObject =
        schema.getProperties() != null
            && !schema.getProperties().isEmpty()
            && schema.getAdditionalPropertiesSchema() == null;
    if (isObject) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }
}
