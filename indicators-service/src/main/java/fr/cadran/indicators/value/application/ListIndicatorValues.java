package fr.cadran.indicators.value.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the values that a caller may see. */
@ApplicationScoped
public class ListIndicatorValues {
  /** How many parts a position has in a cursor. */
  public static final int POSITION_PARTS = ValuePosition.PARTS;

  private final IndicatorValues values;
  private final Clock clock;

  ListIndicatorValues(IndicatorValues values, Clock clock) {
    this.values = values;
    this.clock = clock;
  }

  /**
   * One page, in the order of centre, quarter, indicator and specialty.
   *
   * @param after the position in the cursor, null from the start
   */
  public Page<StoredValue> list(
      ValueFilter filter, Caller caller, int limit, @Nullable List<String> after) {
    List<StoredValue> found =
        values.find(
            filter, caller.centreScope(), clock.instant(), limit + 1, ValuePosition.read(after));
    return Page.cut(found, limit, stored -> ValuePosition.of(stored).parts());
  }
}
