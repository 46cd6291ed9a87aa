package fr.cadran.indicators.cptsvalue.application;

import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import fr.cadran.indicators.cptsvalue.domain.ResultsRestatement;
import fr.cadran.kit.access.CptsScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every value of a CPTS that was ever known; none is changed or erased. */
public interface CptsValues {
  /** Makes other changes of the contract's results wait until this transaction ends. */
  void lock(UUID contract);

  /** The latest version of the results of a contract year, 0 when none arrived. */
  int latestVersion(UUID contract, int contractYear);

  /** The values of a contract year that hold. */
  List<CptsValue> current(UUID contract, int contractYear);

  /** Keeps a version of the results with what it changes. */
  void restate(ClosedDialogue dialogue, ResultsRestatement restatement, Instant now);

  /**
   * Values in the order of CPTS, contract, contract year, mission and indicator.
   *
   * @param filter which ones
   * @param scope what the caller may see
   * @param limit how many at most
   * @param after position after which to go on, null from the start
   */
  List<StoredCptsValue> find(
      CptsValueFilter filter, CptsScope scope, int limit, @Nullable CptsValuePosition after);

  /** One value, also a superseded one; empty when it does not exist or is out of scope. */
  Optional<StoredCptsValue> find(UUID id, CptsScope scope);

  /** Whether the caller may see a value of an indicator of this code. */
  boolean hasIndicator(String code, CptsScope scope);
}
