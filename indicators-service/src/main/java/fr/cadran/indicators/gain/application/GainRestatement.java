package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gains of a centre after they were computed again.
 *
 * @param computed how many were computed
 * @param changes those that appeared, changed or went away, by quarter and method
 */
public record GainRestatement(int computed, List<Change> changes) {
  /** Copies the changes. */
  public GainRestatement {
    changes = List.copyOf(changes);
  }

  /**
   * A gain that is not what it was.
   *
   * @param quarter of which quarter
   * @param method by which method
   * @param before total in euros or the reason why there was none, null when it was not known
   * @param after the same of what takes its place, null when it is no longer computed
   */
  public record Change(
      Quarter quarter, GainMethod method, @Nullable String before, @Nullable String after) {}
}
