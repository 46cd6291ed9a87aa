package fr.cadran.gateway.access;

import fr.cadran.kit.access.Role;
import io.quarkus.security.identity.SecurityIdentity;

/** Who needs a mandat for what it sends: the one thing that the gateway reads in the roles. */
public final class ActingForOthers {
  private ActingForOthers() {}

  /** Whether this is an editor; a manager acts for its own centres, whatever mandats say. */
  public static boolean is(SecurityIdentity identity) {
    return identity.hasRole(Role.EDITOR.token()) && !identity.hasRole(Role.CENTRE_MANAGER.token());
  }
}
