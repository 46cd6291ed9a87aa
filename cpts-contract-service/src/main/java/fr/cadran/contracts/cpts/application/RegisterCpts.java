package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsDeclaration;
import fr.cadran.contracts.cpts.domain.CptsEntry;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FieldError;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a CPTS into the register: an ARS agent, in whose territory the seat lies. */
@ApplicationScoped
public class RegisterCpts {
  /** Only the contract itself brings a CPTS this far. */
  public static final String STAGE_FOLLOWS_CONTRACT = "STAGE_FOLLOWS_CONTRACT";

  /** A day that has not come yet. */
  public static final String DAY_IN_FUTURE = "DAY_IN_FUTURE";

  private static final Logger LOG = Logger.getLogger(RegisterCpts.class);

  private final CheckCpts check;
  private final ComputeTerritory compute;
  private final CptsRecords records;
  private final CptsEvents events;
  private final IdSource ids;
  private final Clock clock;

  RegisterCpts(
      CheckCpts check,
      ComputeTerritory compute,
      CptsRecords records,
      CptsEvents events,
      IdSource ids,
      Clock clock) {
    this.check = check;
    this.compute = compute;
    this.records = records;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A CPTS as it is to be registered.
   *
   * @param id chosen by the ARS, null to have one drawn
   * @param declaration what is said about it
   * @param communes of its territory, null when not given yet
   * @param stage how far a CPTS that exists already has come, null for the first stage
   * @param stageSince since when, null when not known
   */
  public record Wish(
      @Nullable UUID id,
      CptsDeclaration declaration,
      @Nullable List<@Nullable String> communes,
      @Nullable CptsStage stage,
      @Nullable LocalDate stageSince) {}

  /**
   * The CPTS that was registered.
   *
   * @throws ProblemException {@code INVALID} (422), {@code CPTS_EXISTS} (409)
   */
  @Transactional
  public Registration register(Caller caller, Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CheckCpts.Checked checked =
        check.check(wish.declaration(), AccessPolicy.KEEP_REGISTER.of(caller).territories());
    CptsStage stage = wish.stage() == null ? CptsStage.PRE_PROJET : wish.stage();
    if (stage.followsContract()) {
      throw ProblemException.invalid("/stage", STAGE_FOLLOWS_CONTRACT);
    }
    if (wish.stageSince() != null && wish.stageSince().isAfter(FrenchDay.of(now))) {
      throw ProblemException.invalid("/stageSince", DAY_IN_FUTURE);
    }
    CptsEntry entry = checked.entry();
    List<FieldError> warnings = new ArrayList<>(checked.warnings());
    Territory territory = null;
    if (wish.communes() != null) {
      ComputeTerritory.Computed computed =
          compute.compute(wish.communes(), entry.seat(), null, Who.of(caller), now);
      territory = computed.territory();
      warnings.addAll(computed.warnings());
    }
    UUID id = Optional.ofNullable(wish.id()).orElseGet(ids::next);
    if (records.exists(id)) {
      throw ProblemException.of(CptsProblem.CPTS_EXISTS);
    }
    Cpts cpts =
        new Cpts(
            id,
            1,
            entry.name(),
            entry.legalForm(),
            entry.siret(),
            entry.caisse(),
            entry.seat(),
            stage,
            wish.stageSince(),
            territory,
            null,
            now,
            now);
    records.add(cpts);
    events.changed(cpts);
    LOG.infof("cpts registered cpts=%s", id);
    return new Registration(cpts, warnings);
  }
}
