package fr.cadran.indicators.benchmark.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes centres comparable; null leaves a side open. At most one of région and département is
 * given.
 *
 * @param managerKind of this kind of managing body
 * @param sizeBand of this size
 * @param region in this région
 * @param departement in this département
 */
public record Cell(
    @Nullable String managerKind,
    @Nullable SizeBand sizeBand,
    @Nullable String region,
    @Nullable String departement) {

  /**
   * The order in which cells are considered for publication, the same whatever the data: fewer
   * conditions first, then the région before the kind of manager, the size and the département.
   */
  static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::conditions)
          .thenComparingInt(Cell::shape)
          .thenComparing(Cell::toString);

  /**
   * Conditions of one place.
   *
   * @throws IllegalArgumentException when both a région and a département are given
   */
  public Cell {
    if (region != null && departement != null) {
      throw new IllegalArgumentException("a place is a région or a département");
    }
  }

  /** Every cell that a member is in. */
  static List<Cell> of(Member member) {
    List<Cell> cells = new ArrayList<>();
    for (@Nullable String kind : either(member.managerKind())) {
      for (@Nullable SizeBand band : either(member.sizeBand())) {
        cells.add(new Cell(kind, band, null, null));
        cells.add(new Cell(kind, band, member.region(), null));
        cells.add(new Cell(kind, band, null, member.departement()));
      }
    }
    return cells;
  }

  private static <T> List<@Nullable T> either(T value) {
    List<@Nullable T> both = new ArrayList<>();
    both.add(null);
    both.add(value);
    return both;
  }

  /** Whether a member is in it. */
  public boolean holds(Member member) {
    return (managerKind == null || managerKind.equals(member.managerKind()))
        && (sizeBand == null || sizeBand == member.sizeBand())
        && (region == null || region.equals(member.region()))
        && (departement == null || departement.equals(member.departement()));
  }

  private int conditions() {
    return (managerKind == null ? 0 : 1)
        + (sizeBand == null ? 0 : 1)
        + (region == null && departement == null ? 0 : 1);
  }

  private int shape() {
    return (region == null ? 1 : 0)
        + (managerKind == null ? 2 : 0)
        + (sizeBand == null ? 4 : 0)
        + (departement == null ? 0 : 8);
  }
}
