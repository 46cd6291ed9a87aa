package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Half of a year's sum.
 *
 * @param membership null for nursing, which has none
 * @param volet which part of the option
 * @param yearStartsOn first day of the year for which it is due
 * @param half 1 at its beginning, 2 at its end
 * @param dueOn when it falls due
 * @param amount euros, null when not known
 * @param missingReason why there is no amount, null when there is one
 * @param yearly the amount of the whole year that it is half of, null when there is none
 */
public record DueHalf(
    @Nullable UUID membership,
    VoletOption volet,
    LocalDate yearStartsOn,
    int half,
    LocalDate dueOn,
    @Nullable Euros amount,
    @Nullable String missingReason,
    @Nullable OptionAmount yearly) {

  /** No row of the reference data holds on the first day of the year. */
  public static final String NO_AMOUNT_ON_DAY = "NO_AMOUNT_ON_DAY";

  static DueHalf of(Membership membership, int year, int half, OptionAmounts amounts) {
    LocalDate start = membership.anniversary(year);
    return of(
        membership.id(),
        membership.volet(),
        start,
        half,
        membership.anniversary(half == 1 ? year : year + 1),
        amounts.perMember(membership.volet(), start));
  }

  /** Half of a yearly amount, or the reason why it is not known. */
  public static DueHalf of(
      @Nullable UUID membership,
      VoletOption volet,
      LocalDate yearStartsOn,
      int half,
      LocalDate dueOn,
      Optional<OptionAmount> yearly) {
    Euros whole = yearly.map(OptionAmount::amount).orElse(null);
    String missing =
        whole != null ? null : yearly.map(OptionAmount::missingReason).orElse(NO_AMOUNT_ON_DAY);
    return new DueHalf(
        membership,
        volet,
        yearStartsOn,
        half,
        dueOn,
        whole == null ? null : part(whole, half),
        missing,
        yearly.orElse(null));
  }

  /** The two halves make the whole: an odd cent goes with the first. */
  static Euros part(Euros whole, int half) {
    Euros first = new Euros(whole.amount().divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP));
    return half == 1 ? first : whole.minus(first);
  }
}
