package fr.cadran.kit.problem;

import org.jspecify.annotations.Nullable;

/**
 * What a caller demands of the present state before it changes. Evaluated when the state is locked,
 * so that nobody can change it in between; refuses by throwing.
 */
@FunctionalInterface
public interface Precondition<T> {
  /**
   * Refuses when the state is not what the caller demands.
   *
   * @param current the state, null when there is none
   */
  void check(@Nullable T current);
}
