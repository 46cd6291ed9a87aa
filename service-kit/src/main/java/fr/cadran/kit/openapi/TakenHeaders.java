package fr.cadran.kit.openapi;

import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.problem.KitProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;

/** Describes {@code If-Match} and {@code Idempotency-Key} where an operation takes them. */
final class TakenHeaders {
  private static final String IF_MATCH = "If-Match";
  private static final int LONGEST_KEY = 128;
  private static final Pattern CODES_ONLY = Pattern.compile("`[A-Z_]+`(, `[A-Z_]+`)*");

  private final Map<String, Boolean> takesIfMatch;
  private final Map<String, Boolean> takesKey;

  TakenHeaders(IndexView index) {
    takesIfMatch = operations(index, TakesIfMatch.class, "missingIsRefused");
    takesKey = operations(index, TakesIdempotencyKey.class, "required");
  }

  private static Map<String, Boolean> operations(
      IndexView index, Class<?> annotation, String member) {
    Map<String, Boolean> found = new TreeMap<>();
    for (AnnotationInstance one : index.getAnnotations(annotation)) {
      if (one.target().kind() == AnnotationTarget.Kind.METHOD) {
        AnnotationValue value = one.value(member);
        found.put(one.target().asMethod().name(), value != null && value.asBoolean());
      }
    }
    return found;
  }

  void describe(Operation operation) {
    Boolean keyRequired = takesKey.get(operation.getOperationId());
    if (keyRequired != null) {
      describeKey(operation, keyRequired);
    }
    Boolean missingIsRefused = takesIfMatch.get(operation.getOperationId());
    if (missingIsRefused != null) {
      describeIfMatch(operation, missingIsRefused);
    }
  }

  private static void describeKey(Operation operation, boolean required) {
    Parameter key =
        header(
                Idempotency.HEADER,
                "Une reprise avec la même clé rejoue la réponse. — Same key: same answer.")
            .example("5f0c8a52-8a3c-4a0e-9d3b-0a5c6f1f7a11");
    key.getSchema().setMaxLength(LONGEST_KEY);
    if (required) {
      key.setRequired(true);
      refusal(operation, KitProblem.IDEMPOTENCY_KEY_MISSING);
    }
    operation.addParameter(key);
    refusal(operation, KitProblem.IDEMPOTENCY_KEY_INVALID);
    refusal(operation, KitProblem.IDEMPOTENCY_KEY_IN_FLIGHT);
    refusal(operation, KitProblem.IDEMPOTENCY_KEY_REUSED);
  }

  private static void describeIfMatch(Operation operation, boolean missingIsRefused) {
    operation.addParameter(
        header(
            IF_MATCH,
            missingIsRefused
                ? "ETag lu. — The ETag that was read."
                : "ETag lu ; vérifié s'il est envoyé. — The ETag that was read; checked when sent."));
    refusal(operation, KitProblem.STALE_ETAG);
    if (missingIsRefused) {
      refusal(operation, KitProblem.IF_MATCH_MISSING);
    }
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  /** One more reason for a status, behind those of the operation itself. */
  private static void refusal(Operation operation, KitProblem problem) {
    String status = String.valueOf(problem.status());
    String code = "`" + problem.name() + "`";
    APIResponse response = operation.getResponses().getAPIResponse(status);
    if (response == null) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(code));
      return;
    }
    String own = response.getDescription();
    if (own == null || own.isBlank()) {
      response.setDescription(code);
    } else {
      response.setDescription(own + (CODES_ONLY.matcher(own).matches() ? ", " : "; ") + code);
    }
  }
}
