package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a year of the nursing volet brings that begins on a day: by the nursing FTE of the last
 * known calendar year, half at joining, half after one year on delivery of the commitment form and
 * the activity report (seed 000, ANNEXE IX).
 *
 * @param quarter the submitted quarter that declares the FTE, null when none does
 * @param fte nursing FTE of its last calendar year, null when not declared
 * @param yearly the bracket, null when it is not known
 * @param first euros at joining, null when not known
 * @param second euros after one year, null when not known
 * @param missingReason why they are not known, null when they are
 */
public record NursingYear(
    @Nullable String quarter,
    @Nullable BigDecimal fte,
    @Nullable OptionAmount yearly,
    @Nullable Euros first,
    @Nullable Euros second,
    @Nullable String missingReason) {
  /** No submitted quarter says the nursing FTE. */
  public static final String FTE_NOT_DECLARED = "FTE_NOT_DECLARED";

  /**
   * An FTE as a centre declared it.
   *
   * @param quarter of the declaration, {@code 2014-Q1}
   * @param fte of the calendar year before
   */
  public record DeclaredFte(String quarter, BigDecimal fte) {}

  /** The sums of a year that begins on a day. */
  public static NursingYear of(
      Optional<DeclaredFte> declared, OptionAmounts amounts, LocalDate day) {
    if (declared.isEmpty()) {
      return new NursingYear(null, null, null, null, null, FTE_NOT_DECLARED);
    }
    DeclaredFte known = declared.get();
    Optional<OptionAmount> yearly = amounts.nursing(known.fte(), day);
    DueHalf first = DueHalf.of(null, VoletOption.NURSING, day, 1, day, yearly);
    DueHalf second = DueHalf.of(null, VoletOption.NURSING, day, 2, day.plusYears(1), yearly);
    return new NursingYear(
        known.quarter(),
        known.fte(),
        yearly.orElse(null),
        first.amount(),
        second.amount(),
        first.missingReason());
  }
}
