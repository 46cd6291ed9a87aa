package fr.cadran.indicators.benchmark.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Optional;

/**
 * The median that a centre is measured by when nothing else says what to reach: that of the
 * narrowest group of comparable centres, its own among them, whose figures may be published.
 *
 * @param cell which group
 * @param count how many centres are in it
 * @param median exact
 */
public record PeerMedian(Cell cell, int count, Rational median) {

  /**
   * Finds the group: same kind of manager, size and région first, then with fewer conditions.
   *
   * @param members the whole population of the quarter
   * @param centre which is measured
   * @param minimum least number of centres in what can be told apart
   * @return empty when the centre has no value or no group may be published
   */
  public static Optional<PeerMedian> of(List<Member> members, Finess centre, int minimum) {
    Publication publication = Publication.of(members, minimum);
    return members.stream()
        .filter(member -> member.centre().equals(centre))
        .findFirst()
        .flatMap(own ->
            groups(own).stream()
                .filter(publication::allows)
                .findFirst()
                .map(cell -> of(cell, members)));
  }

  private static PeerMedian of(Cell cell, List<Member> members) {
    List<Rational> values = members.stream().filter(cell::holds).map(Member::value).toList();
    return new PeerMedian(cell, values.size(), Quartiles.of(values).median());
  }

  private static List<Cell> groups(Member own) {
    return List.of(
        new Cell(own.managerKind(), own.sizeBand(), own.region(), null),
        new Cell(own.managerKind(), null, own.region(), null),
        new Cell(own.managerKind(), own.sizeBand(), null, null),
        new Cell(null, own.sizeBand(), own.region(), null),
        new Cell(null, null, own.region(), null),
        new Cell(own.managerKind(), null, null, null),
        new Cell(null, null, null, null));
  }
}
