package fr.cadran.centres.programme.persistence;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.programme.application.Programmes;
import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.LevierStatus;
import fr.cadran.centres.programme.domain.Overrule;
import fr.cadran.centres.programme.domain.Participation;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeOutline;
import fr.cadran.centres.programme.domain.RetainedLevier;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Programmes by Hibernate. A programme is in nobody's département: it is reached by its région, or
 * through a centre of its cohort, with the same condition that reaches that centre.
 */
@ApplicationScoped
class JpaProgrammes implements Programmes, PanacheRepositoryBase<ProgrammeEntity, UUID> {
  private static final String OWN_REGION =
      "(:reachEverything = true or p.region in (:reachRegions))";

  private static final String WITHIN_REACH =
      """
      (:reachEverything = true or p.region in (:reachRegions)
       or exists (select 1 from ParticipationEntity part, CentreEntity c
                  where part.programme = p.id and c.finess = part.centre and %s))
      """
          .formatted(WithinReach.of("c", "reach"));

  @Override
  public Optional<Programme> find(UUID id, CentreReach reach) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    parameters.put("id", id);
    return query("p.id = :id and " + WITHIN_REACH, parameters, 1).stream().findFirst();
  }

  @Override
  public Optional<Programme> lock(UUID id, CentreReach reach) {
    TypedQuery<Long> query =
        getEntityManager()
            .createQuery(
                "select count(p) from ProgrammeEntity p where p.id = :id and " + OWN_REGION,
                Long.class);
    regions(reach).forEach(query::setParameter);
    if (query.setParameter("id", id).getSingleResult() == 0) {
      return Optional.empty();
    }
    // Nothing of it is read before the lock is there: waiting takes time in which it may change.
    ProgrammeEntity row = findById(id, LockModeType.PESSIMISTIC_WRITE);
    return row == null ? Optional.empty() : Optional.of(programmes(List.of(row)).getFirst());
  }

  @Override
  public List<Programme> list(
      CentreReach reach, @Nullable String region, @Nullable UUID after, int most) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    String conditions = WITHIN_REACH;
    if (region != null) {
      conditions += " and p.region = :region";
      parameters.put("region", region);
    }
    if (after != null) {
      conditions += " and p.id > :after";
      parameters.put("after", after);
    }
    return query(conditions, parameters, most);
  }

  private static Map<String, Object> regions(CentreReach reach) {
    Map<String, Object> all = WithinReach.parameters("reach", reach);
    Map<String, Object> parameters = new HashMap<>();
    for (String name : List.of("reachEverything", "reachRegions")) {
      parameters.put(name, Objects.requireNonNull(all.get(name)));
    }
    return parameters;
  }

  /** Identifiers are time-ordered, so their order is that in which programmes began. */
  private List<Programme> query(String conditions, Map<String, Object> parameters, int most) {
    TypedQuery<ProgrammeEntity> query =
        getEntityManager()
            .createQuery(
                "select p from ProgrammeEntity p where " + conditions + " order by p.id",
                ProgrammeEntity.class);
    parameters.forEach(query::setParameter);
    List<ProgrammeEntity> rows = query.setMaxResults(most).getResultList();
    return programmes(rows);
  }

  private List<Programme> programmes(List<ProgrammeEntity> rows) {
    List<UUID> ids = rows.stream().map(row -> row.id).toList();
    Map<UUID, List<ParticipationEntity>> cohorts =
        parts(ParticipationEntity.class, ids).stream()
            .collect(Collectors.groupingBy(row -> row.programme));
    Map<ParticipationKey, List<RetainedLevierEntity>> retained =
        parts(RetainedLevierEntity.class, ids).stream()
            .collect(
                Collectors.groupingBy(
                    row -> new ParticipationKey(row.programme, row.anonymousNumber)));
    return rows.stream()
        .map(row -> programme(row, cohorts.getOrDefault(row.id, List.of()), retained))
        .toList();
  }

  private <T> List<T> parts(Class<T> type, List<UUID> programmes) {
    return getEntityManager()
        .createQuery(
            "select part from " + type.getSimpleName() + " part where part.programme in (:ids)",
            type)
        .setParameter("ids", programmes)
        .getResultList();
  }

  @Override
  public boolean isNamed(String name, String region, UUID other) {
    return count("region = ?1 and lower(name) = lower(?2) and id <> ?3", region, name, other) > 0;
  }

  @Override
  public Map<Finess, String> names(Programme programme, CentreReach reach) {
    TypedQuery<Object[]> query =
        getEntityManager()
            .createQuery(
                "select c.finess, c.name from ParticipationEntity part, CentreEntity c"
                    + " where part.programme = :id and c.finess = part.centre and "
                    + WithinReach.of("c", "reach"),
                Object[].class);
    WithinReach.parameters("reach", reach).forEach(query::setParameter);
    return query
        .setParameter("id", programme.id())
        .getResultStream()
        .collect(Collectors.toMap(row -> new Finess((String) row[0]), row -> (String) row[1]));
  }

  @Override
  public void add(Programme programme) {
    ProgrammeEntity row = new ProgrammeEntity();
    row.id = programme.id();
    write(programme, row);
    persistAndFlush(row);
  }

  @Override
  public void replace(Programme programme) {
    write(programme, Objects.requireNonNull(findById(programme.id())));
    for (Participation one : programme.participations()) {
      ParticipationKey key = new ParticipationKey(programme.id(), one.anonymousNumber());
      ParticipationEntity row = getEntityManager().find(ParticipationEntity.class, key);
      if (row == null) {
        row = new ParticipationEntity();
        row.programme = programme.id();
        row.anonymousNumber = one.anonymousNumber();
        row.centre = one.centre().value();
        row.joinedOn = one.joinedOn();
        getEntityManager().persist(row);
      }
      row.joinedOn = one.joinedOn();
      row.leftOn = one.leftOn();
    }
    flush();
    replaceRetained(programme);
    flush();
  }

  private void replaceRetained(Programme programme) {
    Map<RetainedLevierKey, RetainedLevierEntity> known =
        parts(RetainedLevierEntity.class, List.of(programme.id())).stream()
            .collect(
                Collectors.toMap(
                    row -> new RetainedLevierKey(row.programme, row.anonymousNumber, row.levier),
                    row -> row));
    for (Participation one : programme.participations()) {
      for (RetainedLevier retained : one.leviers()) {
        RetainedLevierEntity row =
            known.remove(
                new RetainedLevierKey(
                    programme.id(), one.anonymousNumber(), retained.levier().name()));
        boolean isNew = row == null;
        if (row == null) {
          row = new RetainedLevierEntity();
          row.programme = programme.id();
          row.anonymousNumber = one.anonymousNumber();
          row.levier = retained.levier().name();
        }
        write(retained, row);
        if (isNew) {
          getEntityManager().persist(row);
        }
      }
    }
    known.values().forEach(getEntityManager()::remove);
  }

  private static void write(Programme programme, ProgrammeEntity row) {
    ProgrammeOutline outline = programme.outline();
    row.version = programme.version();
    row.name = outline.name();
    row.region = outline.region();
    if (!row.leviers.equals(outline.leviers())) {
      row.leviers.clear();
      row.leviers.addAll(outline.leviers());
    }
    row.baselineQuarter = outline.baselineQuarter().toString();
    row.startsOn = outline.startsOn();
    row.endsOn = outline.endsOn();
    row.fictional = outline.fictional();
    row.changedAt = programme.changedAt();
  }

  private static void write(RetainedLevier retained, RetainedLevierEntity row) {
    Overrule overrule = retained.overrule();
    row.status = retained.status().name();
    row.validatedOn = retained.validatedOn();
    row.activatedOn = retained.activatedOn();
    row.overrulePositive = overrule == null ? null : overrule.positive();
    row.overruleReason = overrule == null ? null : overrule.reason();
    row.overruledAt = overrule == null ? null : overrule.decidedAt();
    row.overruledBy = overrule == null ? null : overrule.decidedBy();
  }

  private static Programme programme(
      ProgrammeEntity row,
      List<ParticipationEntity> cohort,
      Map<ParticipationKey, List<RetainedLevierEntity>> retained) {
    return new Programme(
        row.id,
        row.version,
        new ProgrammeOutline(
            row.name,
            row.region,
            row.leviers,
            Quarter.parse(row.baselineQuarter),
            row.startsOn,
            row.endsOn,
            row.fictional),
        cohort.stream()
            .map(one ->
                new Participation(
                    new Finess(one.centre),
                    one.anonymousNumber,
                    one.joinedOn,
                    one.leftOn,
                    retained
                        .getOrDefault(
                            new ParticipationKey(one.programme, one.anonymousNumber), List.of())
                        .stream()
                        .map(JpaProgrammes::retained)
                        .toList()))
            .toList(),
        row.changedAt);
  }

  private static RetainedLevier retained(RetainedLevierEntity row) {
    Overrule overrule =
        row.overrulePositive == null
            ? null
            : new Overrule(
                row.overrulePositive,
                Objects.requireNonNull(row.overruleReason),
                Objects.requireNonNull(row.overruledAt),
                Objects.requireNonNull(row.overruledBy));
    return new RetainedLevier(
        LevierCode.valueOf(row.levier),
        LevierStatus.valueOf(row.status),
        row.validatedOn,
        row.activatedOn,
        overrule);
  }
}
