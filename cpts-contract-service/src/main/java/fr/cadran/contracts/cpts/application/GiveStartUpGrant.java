package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.GrantKind;
import fr.cadran.contracts.cpts.domain.StartUpGrant;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down start-up money that the ARS of the seat gives a CPTS. */
@ApplicationScoped
public class GiveStartUpGrant {
  public static final String REQUIRED = "REQUIRED";
  public static final String AMOUNT_NOT_POSITIVE = "AMOUNT_NOT_POSITIVE";

  private static final Logger LOG = Logger.getLogger(GiveStartUpGrant.class);

  private final CptsRegister register;
  private final CptsRecords records;
  private final Grants grants;
  private final FindParameters parameters;
  private final IdSource ids;
  private final Clock clock;

  GiveStartUpGrant(
      CptsRegister register,
      CptsRecords records,
      Grants grants,
      FindParameters parameters,
      IdSource ids,
      Clock clock) {
    this.register = register;
    this.records = records;
    this.grants = grants;
    this.parameters = parameters;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The grant as it stands today.
   *
   * @param grantedOn null for today
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code
   *     GRANT_ABOVE_CEILING} (422), {@code GRANT_GIVEN_BEFORE} (409)
   */
  @Transactional
  public GrantView give(
      Caller caller,
      UUID cpts,
      GrantKind kind,
      @Nullable BigDecimal amount,
      @Nullable LocalDate grantedOn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (register.lock(cpts, AccessPolicy.KEEP_REGISTER.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    Euros euros = euros(amount);
    LocalDate day = grantedOn == null ? today : grantedOn;
    if (day.isAfter(today)) {
      throw ProblemException.invalid("/grantedOn", RegisterCpts.DAY_IN_FUTURE);
    }
    RuleParameters rules = parameters.on(today);
    refuseAboveCeiling(kind, euros, grants.of(cpts), rules);
    StartUpGrant grant =
        new StartUpGrant(
            ids.next(),
            cpts,
            kind,
            euros,
            day,
            kind == GrantKind.ACTION_PRECOCE
                ? day.plusMonths(rules.count(RuleName.ACTION_PRECOCE_MONTHS))
                : null,
            now,
            Who.of(caller));
    grants.add(grant);
    LOG.infof("start-up grant recorded cpts=%s grant=%s kind=%s", cpts, grant.id(), kind);
    return GrantView.of(grant, records.stageChanges(cpts), today);
  }

  private static Euros euros(@Nullable BigDecimal amount) {
    if (amount == null) {
      throw ProblemException.invalid("/amount", REQUIRED);
    }
    try {
      Euros euros = new Euros(amount);
      if (euros.signum() <= 0) {
        throw ProblemException.invalid("/amount", AMOUNT_NOT_POSITIVE);
      }
      return euros;
    } catch (InvalidValueException invalid) {
      throw ProblemException.invalid("/amount", invalid.code());
    }
  }

  private static void refuseAboveCeiling(
      GrantKind kind, Euros amount, List<StartUpGrant> before, RuleParameters rules) {
    List<StartUpGrant> sameKind = before.stream().filter(one -> one.kind() == kind).toList();
    if (kind == GrantKind.COORDINATION_TIME && !sameKind.isEmpty()) {
      throw ProblemException.of(CptsProblem.GRANT_GIVEN_BEFORE);
    }
    if (kind == GrantKind.ACTION_PRECOCE) {
      return;
    }
    int ceiling =
        rules.count(
            kind == GrantKind.PROJET_DE_SANTE
                ? RuleName.PROJET_DE_SANTE_GRANT
                : RuleName.COORDINATION_TIME_GRANT);
    Euros total = sameKind.stream().map(StartUpGrant::amount).reduce(amount, Euros::plus);
    if (total.amount().compareTo(BigDecimal.valueOf(ceiling)) > 0) {
      throw ProblemException.of(CptsProblem.GRANT_ABOVE_CEILING, ceiling);
    }
  }
}
