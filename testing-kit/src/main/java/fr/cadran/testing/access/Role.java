package fr.cadran.testing.access;

import java.util.Locale;

/** The roles of the realm, each with what bounds it when it reaches anything at all. */
public enum Role {
  ARS_AGENT(Reach.TERRITORY),
  CPAM_AGENT(Reach.CAISSE),
  CENTRE_MANAGER(Reach.OWN_CENTRE),
  CPTS_COORDINATOR(Reach.OWN_CPTS),
  EDITOR(Reach.MANDAT),
  AUDITOR(Reach.EVERYTHING),
  ADMINISTRATOR(Reach.EVERYTHING);

  private final Reach bound;

  Role(Reach bound) {
    this.bound = bound;
  }

  /** The name in tokens, for example {@code ars-agent}. */
  String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Reach bound() {
    return bound;
  }

  /** Whether there is an account of this role that stands outside of something. */
  boolean isBounded() {
    return bound != Reach.EVERYTHING;
  }
}
