package fr.cadran.indicators.value.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.cptsvalue.application.CptsValues;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the values that a caller may see. */
@ApplicationScoped
public class ListIndicatorValues {
  /** How many parts a position has in a cursor. */
  public static final int POSITION_PARTS = ListPosition.PARTS;

  private final IndicatorValues values;
  private final CptsValues cptsValues;
  private final Clock clock;

  ListIndicatorValues(IndicatorValues values, CptsValues cptsValues, Clock clock) {
    this.values = values;
    this.cptsValues = cptsValues;
    this.clock = clock;
  }

  /**
   * One page: first the centres, in the order of centre, quarter, indicator and specialty, then the
   * CPTS, in the order of CPTS, contract, contract year, mission and indicator.
   *
   * @param after the position in the cursor, null from the start
   * @throws ProblemException {@code INVALID_PARAMETER} (400) for an indicator that nobody defined
   */
  public Page<ListedValue> list(
      ValueFilter filter, Caller caller, int limit, @Nullable List<String> after) {
    requireKnownIndicator(filter, caller);
    @Nullable ListPosition position = ListPosition.read(after);
    int wanted = limit + 1;
    List<ListedValue> found = new ArrayList<>();
    if (filter.allowsCentres() && !(position instanceof ListPosition.InCpts)) {
      values
          .find(
              filter,
              AccessPolicy.READ_VALUES_OF_CENTRES.centres(caller),
              clock.instant(),
              wanted,
              position instanceof ListPosition.InCentres(ValuePosition place) ? place : null)
          .forEach(read -> found.add(new ListedValue.OfCentre(read)));
    }
    if (filter.allowsCpts() && found.size() < wanted) {
      cptsValues
          .find(
              filter.ofCpts(),
              AccessPolicy.READ_VALUES_OF_CPTS.cpts(caller),
              wanted - found.size(),
              position instanceof ListPosition.InCpts inCpts ? inCpts.after() : null)
          .forEach(stored -> found.add(new ListedValue.OfCpts(stored)));
    }
    return Page.cut(found, limit, value -> value.position().parts());
  }

  /**
   * The catalogue defines the indicators of centres, each contract those of a CPTS: a code that is
   * in neither is a slip, unless a CPTS is asked about whose results are still to come.
   */
  private void requireKnownIndicator(ValueFilter filter, Caller caller) {
    String code = filter.indicator();
    if (code != null
        && filter.allowsCentres()
        && IndicatorCatalogue.withCode(code).isEmpty()
        && !cptsValues.hasIndicator(code, AccessPolicy.READ_VALUES_OF_CPTS.cpts(caller))) {
      throw ProblemException.of(
          KitProblem.INVALID_PARAMETER, List.of(Fault.at("indicator", "INDICATOR_UNKNOWN")));
    }
  }
}
