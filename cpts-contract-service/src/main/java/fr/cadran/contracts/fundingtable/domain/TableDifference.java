package fr.cadran.contracts.fundingtable.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a funding table to another, line by line; what is the same is
 * left out.
 *
 * @param amounts amounts that were added, removed or changed, in printed order
 * @param parameters parameters that were, in the order of the names
 */
public record TableDifference(
    List<Change<FundingAmount>> amounts, List<Change<RuleParameter>> parameters) {

  /**
   * One line that is not the same.
   *
   * @param before null when it was added
   * @param after null when it was removed
   */
  public record Change<T>(@Nullable T before, @Nullable T after) {
    public Kind kind() {
      return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    }
  }

  /** What became of a line. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** The place of an amount in a table. */
  private record Place(FundingLine line, Volet volet, int size) {
    static final Comparator<Place> PRINTED_ORDER =
        Comparator.comparing(Place::line).thenComparing(Place::volet).thenComparingInt(Place::size);
  }

  public static TableDifference between(TableContent before, TableContent after) {
    return new TableDifference(
        changes(
            before.amounts(),
            after.amounts(),
            amount -> new Place(amount.line(), amount.volet(), amount.size()),
            Place.PRINTED_ORDER),
        changes(
            before.parameters(),
            after.parameters(),
            RuleParameter::name,
            Comparator.naturalOrder()));
  }

  private static <T, K> List<Change<T>> changes(
      List<T> before, List<T> after, Function<T, K> key, Comparator<K> order) {
    Map<K, T> old = before.stream().collect(Collectors.toMap(key, one -> one));
    Map<K, T> recent = after.stream().collect(Collectors.toMap(key, one -> one));
    List<Change<T>> changes = new ArrayList<>();
    Stream.concat(old.keySet().stream(), recent.keySet().stream())
        .collect(Collectors.toMap(one -> one, one -> one, (a, b) -> a, () -> new TreeMap<>(order)))
        .keySet()
        .stream()
        .filter(place -> !Objects.equals(old.get(place), recent.get(place)))
        .forEach(place -> changes.add(new Change<>(old.get(place), recent.get(place))));
    return List.copyOf(changes);
  }
}
