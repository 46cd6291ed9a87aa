package fr.cadran.indicators.benchmark.domain;

import fr.cadran.indicators.catalogue.domain.Direction;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator spreads over the centres of a cell in a quarter, as it may be published.
 *
 * @param quarter of which quarter
 * @param count how many centres have a value, null when suppressed
 * @param quartiles null when suppressed
 * @param ownValue the value of the centre that was asked for, null without one or without a value
 * @param position of that centre, null without one, outside the cell or when suppressed
 * @param positionMissingReason why there is none, null when there is one or no centre was asked for
 */
public record Distribution(
    Quarter quarter,
    @Nullable Integer count,
    @Nullable Quartiles quartiles,
    @Nullable Rational ownValue,
    @Nullable Position position,
    @Nullable String positionMissingReason) {

  /** What is said of a centre that has no value in the quarter. */
  public static final String NO_VALUE = "NO_VALUE";

  /** What is said of a centre that the filters leave out. */
  public static final String NOT_IN_POPULATION = "NOT_IN_POPULATION";

  /** What is said where nothing may be published. */
  public static final String SUPPRESSED = "SUPPRESSED";

  /**
   * What may be published of a cell.
   *
   * @param members the whole population of the quarter, not only that of the cell
   * @param own the centre that was asked for, which the caller may see; null for none
   */
  public static Distribution of(
      Quarter quarter,
      List<Member> members,
      Cell cell,
      int minimum,
      Direction direction,
      @Nullable Finess own) {
    List<Rational> values = members.stream().filter(cell::holds).map(Member::value).toList();
    Member self =
        members.stream().filter(member -> member.centre().equals(own)).findFirst().orElse(null);
    Rational ownValue = self == null ? null : self.value();
    boolean published = Publication.of(members, minimum).allows(cell);
    String missing = own == null ? null : missing(self, cell, published);
    return new Distribution(
        quarter,
        published ? values.size() : null,
        published ? Quartiles.of(values) : null,
        ownValue,
        ownValue == null || missing != null ? null : Position.of(ownValue, values, direction),
        missing);
  }

  private static @Nullable String missing(@Nullable Member self, Cell cell, boolean published) {
    if (self == null) {
      return NO_VALUE;
    }
    if (!cell.holds(self)) {
      return NOT_IN_POPULATION;
    }
    return published ? null : SUPPRESSED;
  }

  /** Whether the figures are withheld. */
  public boolean suppressed() {
    return count == null;
  }
}
