package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every recomputation that was asked for. */
public interface Recomputations {
  /** Keeps one that was asked for, and which centres there are to do. */
  void add(Recomputation recomputation, Collection<Finess> centres);

  /** One by its id. */
  Optional<Recomputation> find(UUID id);

  /**
   * Takes the next centre that nobody works on, none when there is none left. It counts as done
   * when the transaction commits, and is there to be taken again when it does not.
   */
  Optional<Finess> take(UUID id);

  /** Takes a certain centre, unless it is done. */
  Optional<Finess> take(UUID id, Finess centre);

  /** Adds what was done; last in a transaction, others wait to add theirs. */
  void add(UUID id, Recomputation.Progress more);

  /** Marks it done if no centre is left, nor at work. */
  void finish(UUID id, Instant now);

  /** Keeps differences of a centre, in order. */
  void addDifferences(UUID id, List<Difference> differences);

  /** The first differences, by centre. */
  List<Difference> differences(UUID id, int limit);

  /** Those that are not done. */
  List<UUID> unfinished();
}
