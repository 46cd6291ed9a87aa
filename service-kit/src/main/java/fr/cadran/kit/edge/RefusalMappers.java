package fr.cadran.kit.edge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.cadran.kit.database.DatabaseOutage;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.InvalidValueException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every exception that can reach the edge, turned into a documented refusal. */
@Singleton
public class RefusalMappers {
  private static final Logger LOG = Logger.getLogger(RefusalMappers.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final ProblemWriter writer;

  RefusalMappers(ProblemWriter writer) {
    this.writer = writer;
  }

  @ServerExceptionMapper
  public Response refusal(ProblemException refusal, UriInfo uri, HttpHeaders headers) {
    return answer(refusal, uri, headers);
  }

  @ServerExceptionMapper
  public Response invalidValue(InvalidValueException invalid, UriInfo uri, HttpHeaders headers) {
    return answer(ProblemException.invalid("", invalid.code()), uri, headers);
  }

  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  public Response unauthenticated(UriInfo uri, HttpHeaders headers) {
    return answer(ProblemException.of(KitProblem.UNAUTHENTICATED), uri, headers);
  }

  @ServerExceptionMapper(ForbiddenException.class)
  public Response forbidden(UriInfo uri, HttpHeaders headers) {
    return answer(ProblemException.of(KitProblem.FORBIDDEN), uri, headers);
  }

  @ServerExceptionMapper(priority = 1)
  public Response json(MismatchedInputException mismatch, UriInfo uri, HttpHeaders headers) {
    return answer(ofJson(mismatch), uri, headers);
  }

  @ServerExceptionMapper(priority = 1)
  public Response json(JacksonException unreadable, UriInfo uri, HttpHeaders headers) {
    return answer(ofJson(unreadable), uri, headers);
  }

  @ServerExceptionMapper
  public Response constraint(
      ConstraintViolationException violations, UriInfo uri, HttpHeaders headers) {
    boolean ofBody =
        violations.getConstraintViolations().stream()
            .anyMatch(violation -> !isOfParameter(violation));
    List<Fault> faults =
        violations.getConstraintViolations().stream()
            .map(RefusalMappers::fault)
            .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
            .toList();
    return answer(
        ProblemException.of(ofBody ? KitProblem.INVALID : KitProblem.INVALID_PARAMETER, faults),
        uri,
        headers);
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException refusal, UriInfo uri, HttpHeaders headers) {
    if (refusal.getCause() instanceof JacksonException unreadable) {
      return answer(ofJson(unreadable), uri, headers);
    }
    int status = refusal.getResponse().getStatus();
    KitProblem code =
        switch (status) {
          case 400 -> KitProblem.INVALID_PARAMETER;
          case 401 -> KitProblem.UNAUTHENTICATED;
          case 403 -> KitProblem.FORBIDDEN;
          // The framework says 404 for a parameter that does not convert; only then is there a
          // cause.
          case 404 ->
              refusal.getCause() == null ? KitProblem.NOT_FOUND : KitProblem.INVALID_PARAMETER;
          case 405 -> KitProblem.METHOD_NOT_ALLOWED;
          case 406 -> KitProblem.NOT_ACCEPTABLE;
          case 413 -> KitProblem.BODY_TOO_LARGE;
          case 415 -> KitProblem.UNSUPPORTED_MEDIA_TYPE;
          default -> null;
        };
    return code == null
        ? unexpected(refusal, uri, headers)
        : answer(ProblemException.of(code), uri, headers);
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure, UriInfo uri, HttpHeaders headers) {
    if (DatabaseOutage.isCauseOf(failure)) {
      LOG.warnf("the database does not answer: %s", failure.getClass().getName());
      return answer(
          ProblemException.retryable(KitProblem.UNAVAILABLE, RETRY_AFTER_SECONDS), uri, headers);
    }
    LOG.error("a request failed for a reason of ours", failure);
    return answer(ProblemException.of(KitProblem.INTERNAL), uri, headers);
  }

  private Response answer(ProblemException refusal, UriInfo uri, HttpHeaders headers) {
    return writer.answer(
        refusal,
        uri.getRequestUri().getPath(),
        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static ProblemException ofJson(JacksonException unreadable) {
    if (unreadable.getCause() instanceof ProblemException refusal) {
      return refusal;
    }
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown ->
          ofBody(KitProblem.UNKNOWN_FIELD, pointer(unknown), unknown.getPropertyName());
      case JsonMappingException mapping
          when invalidValue(mapping) instanceof InvalidValueException v ->
          ProblemException.invalid(pointer(mapping), v.code());
      case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
          ofBody(KitProblem.WRONG_TYPE, pointer(mismatch), null);
      case MismatchedInputException mismatch -> ofBody(KitProblem.WRONG_TYPE, "", null);
      default -> ProblemException.of(KitProblem.MALFORMED_JSON);
    };
  }

  private static ProblemException ofBody(
      KitProblem code, String pointer, @Nullable String argument) {
    Fault fault =
        argument == null
            ? Fault.at(pointer, code.name())
            : Fault.at(pointer, code.name(), argument);
    return ProblemException.of(code, List.of(fault));
  }

  private static @Nullable Throwable invalidValue(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValueException) {
        return cause;
      }
    }
    return null;
  }

  private static String pointer(JsonMappingException mapping) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      pointer.append('/');
      String name = step.getFieldName();
      pointer.append(name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** Whether what is violated came as a parameter (query, path, header) and not in the body. */
  private static boolean isOfParameter(ConstraintViolation<?> violation) {
    String name = "";
    int depth = 0;
    for (Path.Node node : violation.getPropertyPath()) {
      name = String.valueOf(node.getName());
      depth++;
    }
    Object holder = violation.getLeafBean();
    if (depth <= 2 || holder == null) {
      return true;
    }
    try {
      Field field = holder.getClass().getDeclaredField(name);
      return field.isAnnotationPresent(QueryParam.class);
    } catch (NoSuchFieldException ofBody) {
      return false;
    }
  }

  private static Fault fault(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String code =
        switch (constraint) {
          case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
          case "Min", "PositiveOrZero", "DecimalMin", "Positive" -> "TOO_SMALL";
          case "Max", "DecimalMax" -> "TOO_LARGE";
          case "Size" -> "WRONG_SIZE";
          case "Digits" -> "TOO_MANY_DIGITS";
          default -> "WRONG_FORM";
        };
    return Fault.at(pointer(violation.getPropertyPath()), code);
  }

  private static String pointer(Path path) {
    // The first two nodes are the method and its parameter; what follows lies inside the body.
    StringBuilder pointer = new StringBuilder();
    int depth = 0;
    String parameter = "";
    for (Path.Node node : path) {
      if (depth == 1) {
        parameter = String.valueOf(node.getName());
      }
      if (depth >= 2) {
        if (node.getIndex() != null) {
          pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
          pointer.append('/').append(node.getKey());
        }
        if (node.getName() != null && !node.getName().startsWith("<")) {
          pointer.append('/').append(node.getName());
        }
      }
      depth++;
    }
    return pointer.isEmpty() ? parameter : pointer.toString();
  }
}
