package fr.cadran.centres.quarterlydata.domain;

import java.util.List;

/**
 * A field of the grid as files show it.
 *
 * @param code its name: a path such as {@code patients.passages}, or the last part of one in a
 *     sheet with a row for each specialty or practitioner
 * @param type what may stand in it
 * @param label what the person who fills it in reads, in French
 * @param unit its unit, in French; empty for none
 * @param choices what a {@link Type#CHOICE} may be; none for the others
 */
public record FormField(String code, Type type, String label, String unit, List<Choice> choices) {
  public FormField {
    choices = List.copyOf(choices);
  }

  FormField(String code, Type type, String label, String unit) {
    this(code, type, label, unit, List.of());
  }

  /** What may stand in a field. Limits and decimals are checked later, with the whole content. */
  public enum Type {
    /** An integer. */
    COUNT,
    /** A decimal number: euros, hours, full-time equivalents, a ratio. */
    NUMBER,
    /** A time of day, {@code HH:mm}. */
    TIME,
    /** One of a few words. */
    CHOICE,
    /** A specialty. */
    SPECIALTY,
    /** Opaque id of a practitioner. */
    PRACTITIONER
  }

  /**
   * A word to choose.
   *
   * @param code as JSON and CSV have it
   * @param label as a person reads it, in French
   */
  public record Choice(String code, String label) {}

  /** Whether the field says what a row is about. */
  public boolean isKey() {
    return type == Type.SPECIALTY || type == Type.PRACTITIONER;
  }
}
