package fr.cadran.centres.quarterwindow.persistence;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.quarterwindow.application.QuarterWindows;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.centres.quarterwindow.domain.QuarterRule;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.centres.quarterwindow.domain.Territory;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates of quarters by Hibernate; quarters sort as text. */
@ApplicationScoped
class JpaQuarterWindows
    implements QuarterWindows, PanacheRepositoryBase<QuarterWindowEntity, WindowKey> {

  @Override
  public QuarterWindow of(Quarter quarter, @Nullable String departement, @Nullable String region) {
    return Stream.of(
            departement == null ? null : Territory.of(departement, null),
            region == null ? null : Territory.of(null, region),
            Territory.COUNTRY)
        .flatMap(Stream::ofNullable)
        .flatMap(territory -> row(quarter, territory).stream().map(row -> window(row, territory)))
        .findFirst()
        .orElseGet(() -> rule(quarter).window(quarter));
  }

  private static QuarterWindow window(QuarterWindowEntity row, Territory territory) {
    return new QuarterWindow(
        Quarter.parse(row.quarter), row.opensOn, row.dueOn, row.closesOn, territory.origin(), null);
  }

  private Optional<QuarterWindowEntity> row(Quarter quarter, Territory territory) {
    return findByIdOptional(key(quarter, territory));
  }

  private static WindowKey key(Quarter quarter, Territory territory) {
    return new WindowKey(quarter.toString(), territory.origin().name(), territory.code());
  }

  private QuarterRule rule(Quarter quarter) {
    QuarterRuleEntity row =
        getEntityManager()
            .createQuery(
                "from QuarterRuleEntity r where r.fromQuarter <= :quarter order by r.fromQuarter"
                    + " desc",
                QuarterRuleEntity.class)
            .setParameter("quarter", quarter.toString())
            .setMaxResults(1)
            .getSingleResult();
    return new QuarterRule(
        Quarter.parse(row.fromQuarter),
        row.opensAfterDays,
        row.dueAfterDays,
        row.closesAfterDays,
        row.source);
  }

  @Override
  public long revision(Quarter quarter, Territory territory) {
    return row(quarter, territory).map(row -> row.revision).orElse(0L);
  }

  @Override
  public void lock(Quarter quarter, Territory territory) {
    // There may be no row to lock yet.
    getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:key))")
        .setParameter("key", key(quarter, territory).toString())
        .getResultList();
  }

  @Override
  public void set(QuarterWindow window, Territory territory, long revision, String account) {
    QuarterWindowEntity row = row(window.quarter(), territory).orElse(null);
    boolean isNew = row == null;
    if (row == null) {
      row = new QuarterWindowEntity();
      row.quarter = window.quarter().toString();
      row.territory = territory.origin().name();
      row.territoryCode = territory.code();
    }
    row.revision = revision;
    row.opensOn = window.opensOn();
    row.dueOn = window.dueOn();
    row.closesOn = window.closesOn();
    row.changedBy = account;
    if (isNew) {
      persist(row);
    }
    flush();
  }

  @Override
  public Optional<CentreDates> exception(Quarter quarter, Finess centre) {
    return Optional.ofNullable(
            getEntityManager()
                .find(
                    QuarterExceptionEntity.class,
                    new ExceptionKey(quarter.toString(), centre.value())))
        .map(JpaQuarterWindows::exception);
  }

  private static CentreDates exception(QuarterExceptionEntity row) {
    return new CentreDates(
        Quarter.parse(row.quarter),
        new Finess(row.centre),
        row.revision,
        row.dueOn,
        row.closesOn,
        row.reason,
        row.changedAt);
  }

  @Override
  public void set(CentreDates exception, String account) {
    ExceptionKey key = new ExceptionKey(exception.quarter().toString(), exception.centre().value());
    QuarterExceptionEntity row = getEntityManager().find(QuarterExceptionEntity.class, key);
    boolean isNew = row == null;
    if (row == null) {
      row = new QuarterExceptionEntity();
      row.quarter = key.quarter();
      row.centre = key.centre();
    }
    row.revision = exception.revision();
    row.dueOn = exception.dueOn();
    row.closesOn = exception.closesOn();
    row.reason = exception.reason();
    row.changedAt = exception.changedAt();
    row.changedBy = account;
    if (isNew) {
      getEntityManager().persist(row);
    }
    flush();
  }

  @Override
  public List<CentreDates> exceptions(
      Quarter quarter, CentreReach reach, @Nullable String after, int most) {
    TypedQuery<QuarterExceptionEntity> query =
        getEntityManager()
            .createQuery(
                "select e from QuarterExceptionEntity e join CentreEntity c on c.finess = e.centre"
                    + " where e.quarter = :quarter and e.centre > :after and "
                    + WithinReach.of("c", "reach")
                    + " order by e.centre",
                QuarterExceptionEntity.class)
            .setParameter("quarter", quarter.toString())
            .setParameter("after", after == null ? "" : after)
            .setMaxResults(most);
    WithinReach.parameters("reach", reach).forEach(query::setParameter);
    return query.getResultList().stream().map(JpaQuarterWindows::exception).toList();
  }
}
