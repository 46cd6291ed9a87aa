package fr.cadran.kit.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles of the realm; a role that is not listed gives nothing. */
public enum Role {
  ARS_AGENT,
  CPAM_AGENT,
  CENTRE_MANAGER,
  CPTS_COORDINATOR,
  EDITOR,
  AUDITOR,
  ADMINISTRATOR;

  /** The name in tokens, for example {@code ars-agent}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> ofToken(String token) {
    return Stream.of(values()).filter(role -> role.token().equals(token)).findFirst();
  }
}
