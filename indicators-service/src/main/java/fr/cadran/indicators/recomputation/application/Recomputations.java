package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every recomputation that was asked for. */
public interface Recomputations {
  /** Keeps one that was asked for. */
  void add(Recomputation recomputation);

  /** One by its id. */
  Optional<Recomputation> find(UUID id);

  /** One that is not done and that nobody else works on just now; it stays so until the commit. */
  Optional<Recomputation> claim(UUID id);

  /** Keeps how far it is. */
  void update(Recomputation recomputation);

  /** Keeps differences, in order. */
  void addDifferences(UUID id, List<Difference> differences);

  /** The first differences. */
  List<Difference> differences(UUID id, int limit);

  /** Those that are not done. */
  List<UUID> unfinished();
}
