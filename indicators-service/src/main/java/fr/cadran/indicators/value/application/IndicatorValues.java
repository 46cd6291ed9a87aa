package fr.cadran.indicators.value.application;

import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every value that was ever known; none is changed or erased. */
public interface IndicatorValues {
  /**
   * Makes these the values of a centre that stand at a quarter or later, of every period. One that
   * says the same from the same inputs stays as it is; another closes the one before it; one that
   * is no longer computed is closed.
   */
  Restatement restate(Finess centre, Quarter from, List<IndicatorValue> values, Instant now);

  /** What {@link #restate} would change; changes nothing. */
  Restatement differences(Finess centre, Quarter from, List<IndicatorValue> values, Instant now);

  /**
   * Values in the order of centre, quarter, indicator and specialty.
   *
   * @param filter which ones
   * @param scope what the caller may see
   * @param now at which mandats must hold
   * @param limit how many at most
   * @param after position after which to go on, null from the start
   */
  List<ReadValue> find(
      ValueFilter filter, CentreScope scope, Instant now, int limit, @Nullable ValuePosition after);

  /**
   * One value with its trace, also a superseded one; empty when it does not exist or is out of
   * scope.
   */
  Optional<StoredValue> find(UUID id, CentreScope scope, Instant now);
}
