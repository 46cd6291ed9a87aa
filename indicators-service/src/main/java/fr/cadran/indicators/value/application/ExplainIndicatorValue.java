package fr.cadran.indicators.value.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds a value with its trace. */
@ApplicationScoped
public class ExplainIndicatorValue {
  private final IndicatorValues values;
  private final Clock clock;

  ExplainIndicatorValue(IndicatorValues values, Clock clock) {
    this.values = values;
    this.clock = clock;
  }

  /**
   * A value, also one that another has superseded.
   *
   * @throws ProblemException {@code NOT_FOUND} when it does not exist or is out of the caller's
   *     scope
   */
  public StoredValue explain(UUID id, Caller caller) {
    return values
        .find(id, caller.centreScope(), clock.instant())
        .orElseThrow(ProblemException::notFound);
  }
}
