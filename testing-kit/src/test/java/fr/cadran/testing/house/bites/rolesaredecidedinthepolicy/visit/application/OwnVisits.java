package fr.cadran.testing.house.bites.rolesaredecidedinthepolicy.visit.application;

import fr.cadran.kit.access.Caller;

public final class OwnVisits {
  private OwnVisits() {}

  public static boolean includes(Caller caller, String centre) {
    return caller.centres().contains(centre);
  }
}
