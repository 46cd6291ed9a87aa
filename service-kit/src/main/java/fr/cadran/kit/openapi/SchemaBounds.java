package fr.cadran.kit.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes down the bounds that hold where a schema states none of its own. Each is one that the
 * platform keeps: a body ends at the limit on bodies, a line at the limit of the server, a number
 * at its format. A tighter rule of the domain stands at its field.
 */
final class SchemaBounds {
  // cadran.http.max-body-size: a text has one byte a character at least, an item of a list two.
  private static final int LONGEST_TEXT = 2 * 1024 * 1024;
  private static final int LONGEST_LIST = LONGEST_TEXT / 2;
  // quarkus.http.limits.max-initial-line-length, as shipped.
  private static final int LONGEST_LINE = 4096;
  // The largest answer that is no JSON: a file of evidence, a workbook.
  private static final int LONGEST_FILE = 16 * 1024 * 1024;

  private SchemaBounds() {}

  static void apply(OpenAPI api) {
    EverySchema.of(api, SchemaBounds::bound);
  }

  private static void bound(EverySchema.Place place, Schema schema) {
    List<Schema.SchemaType> types = schema.getType();
    if (types == null || schema.getRef() != null) {
      return;
    }
    if (types.contains(Schema.SchemaType.STRING)) {
      boundText(place, schema);
    }
    if (types.contains(Schema.SchemaType.INTEGER)) {
      boundInteger(schema);
    }
    if (types.contains(Schema.SchemaType.NUMBER)) {
      nameFractionDigits(schema);
    }
    if (types.contains(Schema.SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(LONGEST_LIST);
    }
  }

  private static void boundText(EverySchema.Place place, Schema schema) {
    if (schema.getMaxLength() != null
        || schema.getEnumeration() != null
        || schema.getConstValue() != null) {
      return;
    }
    String format = schema.getFormat() == null ? "" : schema.getFormat();
    schema.setMaxLength(
        switch (format) {
          case "date" -> 10;
          case "uuid" -> 36;
          // 9 digits of a second and an offset are the longest form that is read.
          case "date-time" -> 35;
          case "binary" -> LONGEST_FILE;
          default -> place == EverySchema.Place.LINE ? LONGEST_LINE : LONGEST_TEXT;
        });
  }

  private static void boundInteger(Schema schema) {
    if (schema.getFormat() == null) {
      schema.setFormat("int32");
    }
    boolean isLong = schema.getFormat().equals("int64");
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.setMinimum(BigDecimal.valueOf(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE));
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.setMaximum(BigDecimal.valueOf(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE));
    }
  }

  // A validator that computes in binary floats finds that 0.9 is no multiple of 0.000001: the
  // digits
  // that are read are named instead, and the service judges them on the decimal that was sent.
  private static void nameFractionDigits(Schema schema) {
    BigDecimal step = schema.getMultipleOf();
    if (step != null && step.compareTo(BigDecimal.ONE) < 0) {
      schema.setMultipleOf(null);
      schema.addExtension("x-fraction-digits", step.stripTrailingZeros().scale());
    }
  }
}
