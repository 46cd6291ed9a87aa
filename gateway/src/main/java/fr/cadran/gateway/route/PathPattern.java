package fr.cadran.gateway.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as configuration writes it: {@code *} is any one segment, a last {@code **} any rest,
 * {@code {finess}} the FINESS number of the centre that a call is about.
 */
public final class PathPattern {
  private static final String CENTRE = "{finess}";
  private static final String GROUP = "finess";

  private final Pattern pattern;
  private final boolean namesCentre;

  private PathPattern(Pattern pattern, boolean namesCentre) {
    this.pattern = pattern;
    this.namesCentre = namesCentre;
  }

  /** Reads a pattern. */
  public static PathPattern of(String path) {
    StringBuilder pattern = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      switch (segment) {
        case "*" -> pattern.append("/[^/]+");
        case "**" -> pattern.append("(?:/.*)?");
        case CENTRE -> pattern.append("/(?<" + GROUP + ">[^/]+)");
        default -> pattern.append('/').append(Pattern.quote(segment));
      }
    }
    // A last slash leads a service to the same resource.
    return new PathPattern(Pattern.compile(pattern + "/?"), path.contains(CENTRE));
  }

  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** The centre that a path names; empty when the path is another or the pattern names none. */
  public Optional<String> centreOf(String path) {
    Matcher matcher = pattern.matcher(path);
    return namesCentre && matcher.matches() ? Optional.of(matcher.group(GROUP)) : Optional.empty();
  }
}
