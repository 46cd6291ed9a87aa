package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.StageEvent;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deems every projet de santé validated whose two months have passed without an objection (cpts.md
 * §1). Run by an operator or a schedule; a second run finds nothing left to do.
 */
@ApplicationScoped
public class ValidateByDefault {
  private final CptsRegister register;
  private final CptsRecords records;
  private final RecordMove recordMove;
  private final FindParameters parameters;
  private final Clock clock;

  ValidateByDefault(
      CptsRegister register,
      CptsRecords records,
      RecordMove recordMove,
      FindParameters parameters,
      Clock clock) {
    this.register = register;
    this.records = records;
    this.recordMove = recordMove;
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * The CPTS that were moved, each on the day on which its delay ended.
   *
   * @param reach which CPTS to look at
   * @param asOf last day on which a delay may have ended
   */
  @Transactional
  public List<Cpts> validate(CptsScope reach, LocalDate asOf) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    LocalDate until = asOf.isAfter(today) ? today : asOf;
    int months = parameters.on(until).count(RuleName.DEEMED_VALIDATION_MONTHS);
    List<Cpts> validated = new ArrayList<>();
    // Candidates first, generously, since 31 December + 2 months is 28 February.
    for (UUID id : records.submittedUntil(until.minusMonths(months).plusDays(3), reach)) {
      Optional<Cpts> cpts = register.lock(id, reach);
      LocalDate submitted = cpts.map(Cpts::stageSince).orElse(null);
      if (submitted == null || cpts.get().stage() != CptsStage.PROJET_DE_SANTE) {
        continue;
      }
      LocalDate ended = submitted.plusMonths(months);
      if (!ended.isAfter(until)) {
        validated.add(
            recordMove.record(
                cpts.get(), StageEvent.VALIDATE_BY_DEFAULT, ended, DoneBy.PLATFORM, now));
      }
    }
    return validated;
  }
}
