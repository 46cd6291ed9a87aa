package fr.cadran.testing.house.bites.noemptynames.visit.domain;

final class Visit {
  static final class VisitUtils {}

  static final class VisitHelper {}

  static final class VisitManager {}

  static final class VisitImpl {}

  static final class CommonVisit {}

  /** A term of the domain, not an empty name. */
  enum ManagerKind {
    MUNICIPAL
  }

  /** Its words only look like one of them. */
  static final class Community {}
}
