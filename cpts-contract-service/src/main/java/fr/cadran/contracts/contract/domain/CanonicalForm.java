package fr.cadran.contracts.contract.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact text that is signed. JSON in UTF-8 without any blank; the members of an object in the
 * order of their names (code points), absent ones left out; a list in its own order; decimals plain
 * and exact, without exponent and without zeros at the end ({@code 0.5}, {@code 15}); dates ISO
 * 8601; in texts only the quotation mark, the reverse solidus and the control characters escaped.
 * Its hash is the SHA-256 of these bytes, in lower-case hexadecimal: whoever holds the text can
 * compute it.
 *
 * @param text the JSON
 */
public record CanonicalForm(String text) {
  /**
   * The form of an object.
   *
   * @param content of maps with names as keys, lists, texts, booleans, integers, exact decimals,
   *     dates and constants
   */
  public static CanonicalForm of(Map<String, ?> content) {
    StringBuilder json = new StringBuilder();
    write(json, content);
    return new CanonicalForm(json.toString());
  }

  /** SHA-256 of the text, 64 lower-case hexadecimal digits. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void write(StringBuilder json, @Nullable Object value) {
    switch (value) {
      case null -> json.append("null");
      case Map<?, ?> object -> object(json, object);
      case List<?> list -> {
        String separator = "[";
        for (Object item : list) {
          json.append(separator);
          write(json, item);
          separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : "]");
      }
      case BigDecimal decimal -> json.append(plain(decimal));
      case Euros euros -> json.append(plain(euros.amount()));
      case Rational rational ->
          json.append(
              plain(
                  new BigDecimal(rational.numerator())
                      .divide(new BigDecimal(rational.denominator()))));
      case Integer integer -> json.append(integer);
      case Boolean flag -> json.append(flag);
      case LocalDate day -> text(json, day.toString());
      case Enum<?> constant -> text(json, constant.name());
      case String text -> text(json, text);
      default -> throw new IllegalArgumentException("no canonical form of " + value.getClass());
    }
  }

  private static void object(StringBuilder json, Map<?, ?> object) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> {
      if (value != null) {
        sorted.put(String.valueOf(name), value);
      }
    });
    String separator = "{";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      json.append(separator);
      text(json, member.getKey());
      json.append(':');
      write(json, member.getValue());
      separator = ",";
    }
    json.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
