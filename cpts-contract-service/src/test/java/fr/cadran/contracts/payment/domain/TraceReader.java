package fr.cadran.contracts.payment.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;

/** Does the sum of a trace again, from its text alone. */
final class TraceReader {
  private final String text;
  private int at;

  private TraceReader(String text) {
    this.text = text.replace(" ", "");
  }

  /**
   * The value of a substituted formula: {@code + − × ÷ ( )}, {@code min(a ; b)}, {@code arrondi(a)}
   * and figures as decimals or fractions.
   */
  static Rational valueOf(String substituted) {
    TraceReader reader = new TraceReader(substituted);
    Rational value = reader.sum();
    if (reader.at != reader.text.length()) {
      throw new IllegalArgumentException("not a sum: " + substituted + " at " + reader.at);
    }
    return value;
  }

  private boolean takes(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private Rational sum() {
    Rational value = product();
    while (true) {
      if (takes("+")) {
        value = value.plus(product());
      } else if (takes("−")) {
        value = value.minus(product());
      } else {
        return value;
      }
    }
  }

  private Rational product() {
    Rational value = figure();
    while (true) {
      if (takes("×")) {
        value = value.times(figure());
      } else if (takes("÷")) {
        value = value.dividedBy(figure());
      } else {
        return value;
      }
    }
  }

  private Rational figure() {
    if (takes("arrondi(")) {
      Rational value = Euros.round(sum()).toRational();
      closes();
      return value;
    }
    if (takes("min(")) {
      Rational one = sum();
      if (!takes(";")) {
        throw new IllegalArgumentException("min of one: " + text);
      }
      Rational value = one.min(sum());
      closes();
      return value;
    }
    if (takes("(")) {
      Rational value = sum();
      closes();
      return value;
    }
    int start = at;
    while (at < text.length() && "0123456789./-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String figure = text.substring(start, at);
    return figure.contains("/") ? Rational.parse(figure) : Rational.of(new BigDecimal(figure));
  }

  private void closes() {
    if (!takes(")")) {
      throw new IllegalArgumentException("no ) at " + at + " in " + text);
    }
  }
}
