package fr.cadran.testing.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request that succeeds for whoever may make it. The token is the matrix's business.
 *
 * @param path with its query
 * @param body null when there is none
 * @param contentType of the body
 * @param headers besides token and content type; POST has a fresh key of its own, unless a header
 *     here gives one or, by an empty value, none
 * @param place where the resource stands
 * @param absent the same path to something that does not exist, null when nothing is named
 * @param shows whether a successful answer shows the resource
 */
public record Call(
    String path,
    @Nullable String body,
    String contentType,
    Map<String, String> headers,
    Place place,
    @Nullable String absent,
    Predicate<String> shows) {
  public Call {
    headers = Map.copyOf(headers);
  }

  /** A request to a path about something at a place. */
  public static Call to(String path, Place place) {
    return new Call(path, null, "application/json", Map.of(), place, null, any -> true);
  }

  /** A request to a path, whoever and wherever. */
  public static Call to(String path) {
    return to(path, Place.SEINE_SAINT_DENIS);
  }

  public Call with(String json) {
    return with("application/json", json);
  }

  public Call with(String type, String text) {
    return new Call(path, text, type, headers, place, absent, shows);
  }

  /** A file as a body. */
  public Call with(String type, byte[] file) {
    return with(type, new String(file, StandardCharsets.ISO_8859_1));
  }

  /** The body as it is sent: texts in UTF-8, files byte by byte. */
  byte[] bytes() {
    boolean text = contentType.startsWith("text/") || contentType.endsWith("json");
    return Objects.requireNonNull(body)
        .getBytes(text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(path, body, contentType, more, place, absent, shows);
  }

  /** With the path of the same request about something that does not exist. */
  public Call absentAt(String otherPath) {
    return new Call(path, body, contentType, headers, place, otherPath, shows);
  }

  /** What does not exist is named by putting one identifier of the path for another. */
  public Call absentFor(String identifier, String unknown) {
    return absentAt(path.replaceFirst(Pattern.quote(identifier), unknown));
  }

  /** A successful answer contains this text when the resource is in reach, and only then. */
  public Call shows(String marker) {
    return shows(answer -> answer.contains(marker));
  }

  /** A successful answer satisfies this when the resource is in reach, and only then. */
  public Call shows(Predicate<String> shown) {
    return new Call(path, body, contentType, headers, place, absent, shown);
  }

  Call at(String otherPath) {
    return new Call(otherPath, body, contentType, headers, place, absent, shows);
  }

  Call withoutHeaders() {
    return new Call(path, body, contentType, Map.of(), place, absent, shows);
  }
}
