package fr.cadran.testing.house;

/** What a module is, which decides the rules that hold for it. */
public enum Kind {
  /** A deployable made of features and layers: every rule holds. */
  SERVICE,
  /**
   * Code that services share ({@code service-kit}, {@code event-contracts}): no layers to check.
   */
  SHARED
}
