package fr.cadran.centres.mandat.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What a mandat may allow. The tokens are those of the OAuth scopes. */
public enum MandatScope {
  QUARTERLY_DATA_WRITE("quarterly-data:write"),
  QUARTERLY_DATA_READ("quarterly-data:read"),
  APPOINTMENTS_WRITE("appointments:write");

  private final String token;

  MandatScope(String token) {
    this.token = token;
  }

  /** As it is written in tokens and bodies, {@code quarterly-data:write}. */
  public String token() {
    return token;
  }

  /** The scope of a token, empty when a mandat cannot allow it. */
  public static Optional<MandatScope> of(String token) {
    return Stream.of(values()).filter(scope -> scope.token.equals(token)).findFirst();
  }

  /** Whether who holds this scope may do what another allows: writing implies reading. */
  boolean implies(MandatScope wanted) {
    return this == wanted || (this == QUARTERLY_DATA_WRITE && wanted == QUARTERLY_DATA_READ);
  }
}
