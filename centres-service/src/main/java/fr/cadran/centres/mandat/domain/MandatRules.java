package fr.cadran.centres.mandat.domain;

import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mandat must satisfy to be given. All errors are told at once. */
public final class MandatRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String CLIENT_ID_INVALID = "CLIENT_ID_INVALID";
  public static final String SCOPE_UNKNOWN = "SCOPE_UNKNOWN";
  public static final String ENDS_BEFORE_IT_STARTS = "ENDS_BEFORE_IT_STARTS";
  public static final String ALREADY_OVER = "ALREADY_OVER";

  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private MandatRules() {}

  /**
   * What is wrong with a mandat to be given.
   *
   * @param clientId OAuth client
   * @param scopes tokens of the scopes
   * @param validFrom first day
   * @param validUntil last day
   * @param today the date in Europe/Paris
   */
  public static List<FieldError> errorsOf(
      @Nullable String clientId,
      @Nullable List<String> scopes,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    if (clientId == null || clientId.isBlank()) {
      errors.add(new FieldError("/clientId", REQUIRED));
    } else if (!CLIENT_ID.matcher(clientId).matches()) {
      errors.add(new FieldError("/clientId", CLIENT_ID_INVALID));
    }
    if (scopes == null || scopes.isEmpty()) {
      errors.add(new FieldError("/scopes", REQUIRED));
    } else {
      for (int i = 0; i < scopes.size(); i++) {
        if (scopes.get(i) == null || MandatScope.of(scopes.get(i)).isEmpty()) {
          errors.add(new FieldError("/scopes/" + i, SCOPE_UNKNOWN));
        }
      }
    }
    if (validUntil == null) {
      errors.add(new FieldError("/validUntil", REQUIRED));
    } else if (validUntil.isBefore(validFrom)) {
      errors.add(new FieldError("/validUntil", ENDS_BEFORE_IT_STARTS));
    } else if (validUntil.isBefore(today)) {
      errors.add(new FieldError("/validUntil", ALREADY_OVER));
    }
    return List.copyOf(errors);
  }
}
