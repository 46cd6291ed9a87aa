package fr.cadran.testing.house;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The layers a feature with rules is cut into; each is the package of the same name in lower case.
 */
public enum Layer {
  DOMAIN,
  APPLICATION,
  REST,
  PERSISTENCE,
  MESSAGING;

  /** The last segment of the layer's package, for example {@code domain}. */
  public String segment() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Layer> ofSegment(String segment) {
    return Arrays.stream(values()).filter(layer -> layer.segment().equals(segment)).findFirst();
  }
}
