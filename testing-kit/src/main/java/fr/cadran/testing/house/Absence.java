package fr.cadran.testing.house;

/**
 * Says that a service has no class in a layer, and why, so that the rules of that layer may find
 * nothing to check. A layer declared absent that has classes fails the house rules: the declaration
 * is then out of date.
 *
 * @param layer the layer without classes
 * @param reason why the service needs none; never blank
 */
public record Absence(Layer layer, String reason) {

  public Absence {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("The absence of " + layer + " needs its reason");
    }
  }
}
