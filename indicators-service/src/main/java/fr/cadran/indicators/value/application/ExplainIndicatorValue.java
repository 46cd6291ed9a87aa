package fr.cadran.indicators.value.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.cptsvalue.application.CptsValues;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds a value with its trace. */
@ApplicationScoped
public class ExplainIndicatorValue {
  private final IndicatorValues values;
  private final CptsValues cptsValues;
  private final Clock clock;

  ExplainIndicatorValue(IndicatorValues values, CptsValues cptsValues, Clock clock) {
    this.values = values;
    this.cptsValues = cptsValues;
    this.clock = clock;
  }

  /**
   * A value, also one that another has superseded.
   *
   * @throws ProblemException {@code NOT_FOUND} when it does not exist or is out of the caller's
   *     scope
   */
  public ExplainedValue explain(UUID id, Caller caller) {
    return values
        .find(id, AccessPolicy.READ_VALUES_OF_CENTRES.centres(caller), clock.instant())
        .<ExplainedValue>map(ExplainedValue.OfCentre::new)
        .or(() ->
            cptsValues
                .find(id, AccessPolicy.READ_VALUES_OF_CPTS.cpts(caller))
                .map(ExplainedValue.OfCpts::new))
        .orElseThrow(ProblemException::notFound);
  }
}
