package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the territory of a CPTS, of today or as it was on a day. */
@ApplicationScoped
public class ReadTerritory {
  private final CptsRegister register;
  private final CptsRecords records;

  ReadTerritory(CptsRegister register, CptsRecords records) {
    this.register = register;
    this.records = records;
  }

  /**
   * The territory with its history.
   *
   * @param on the last computation of this day or before, null for the present one
   * @throws ProblemException {@code NOT_FOUND} (404) when there is no CPTS within reach, or no
   *     territory yet
   */
  @Transactional
  public TerritoryView read(Caller caller, UUID id, @Nullable LocalDate on) {
    if (register.find(id, AccessPolicy.READ.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    Territory territory =
        records.territories(id).reversed().stream()
            .filter(one -> on == null || !FrenchDay.of(one.computedAt()).isAfter(on))
            .findFirst()
            .orElseThrow(ProblemException::notFound);
    return SeeTerritory.of(records, caller, id, territory, List.of());
  }
}
