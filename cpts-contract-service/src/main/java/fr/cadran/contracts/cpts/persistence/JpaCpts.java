package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.application.CptsFilter;
import fr.cadran.contracts.cpts.application.CptsRecords;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.contracts.cpts.application.WithinReach;
import fr.cadran.contracts.cpts.domain.ContractLink;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.Overlap;
import fr.cadran.contracts.cpts.domain.Seat;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.Siret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The register of CPTS by Hibernate. Access is a condition of every query that reads for a caller.
 */
@ApplicationScoped
class JpaCpts implements CptsRegister, CptsRecords, PanacheRepositoryBase<CptsEntity, UUID> {
  private static final String WITHIN_REACH = WithinReach.of("c");

  @Override
  public Optional<Cpts> find(UUID id, CptsScope reach) {
    Map<String, Object> parameters = WithinReach.parameters(reach);
    parameters.put("id", id);
    return find("from CptsEntity c where c.id = :id and " + WITHIN_REACH, parameters)
        .<CptsEntity>list()
        .stream()
        .findFirst()
        .map(row -> cpts(row, present(List.of(row))));
  }

  @Override
  public Optional<Cpts> lock(UUID id, CptsScope reach) {
    if (find(id, reach).isEmpty()) {
      return Optional.empty();
    }
    CptsEntity row = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Optional.empty();
    }
    // Waiting for the lock takes time in which the row may have changed.
    getEntityManager().refresh(row);
    return find(id, reach);
  }

  @Override
  public boolean exists(UUID id) {
    return count("id", id) > 0;
  }

  @Override
  public void add(Cpts cpts) {
    CptsEntity row = new CptsEntity();
    row.id = cpts.id();
    row.registeredAt = cpts.registeredAt();
    write(cpts, row);
    persistAndFlush(row);
    if (cpts.territory() != null) {
      add(cpts.id(), cpts.territory());
    }
  }

  @Override
  public void replace(Cpts cpts) {
    CptsEntity row = Objects.requireNonNull(findById(cpts.id()));
    boolean newTerritory = cpts.territory() != null && cpts.territory().number() > row.territory;
    write(cpts, row);
    if (newTerritory) {
      add(cpts.id(), Objects.requireNonNull(cpts.territory()));
    }
    flush();
  }

  @Override
  public List<Cpts> list(CptsFilter filter, CptsScope reach, @Nullable UUID after, int most) {
    Map<String, Object> parameters = WithinReach.parameters(reach);
    String conditions = conditions(filter, parameters);
    if (after != null) {
      conditions += " and c.id > :after";
      parameters.put("after", after);
    }
    List<CptsEntity> rows =
        find("from CptsEntity c where " + conditions + " order by c.id", parameters)
            .range(0, most - 1)
            .list();
    Map<UUID, TerritoryEntity> territories = present(rows);
    return rows.stream().map(row -> cpts(row, territories)).toList();
  }

  @Override
  public Map<CptsStage, Long> countByStage(CptsFilter filter, CptsScope reach) {
    Map<String, Object> parameters = WithinReach.parameters(reach);
    var query =
        getEntityManager()
            .createQuery(
                "select c.stage, count(c) from CptsEntity c where "
                    + conditions(filter, parameters)
                    + " group by c.stage",
                Object[].class);
    parameters.forEach(query::setParameter);
    Map<CptsStage, Long> counts = new EnumMap<>(CptsStage.class);
    query.getResultList().forEach(row -> counts.put((CptsStage) row[0], (Long) row[1]));
    return counts;
  }

  private static String conditions(CptsFilter filter, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>(List.of(WITHIN_REACH));
    narrow(conditions, parameters, "c.departement = :departement", filter.departement());
    narrow(conditions, parameters, "c.region = :region", filter.region());
    narrow(conditions, parameters, "c.stage = :stage", filter.stage());
    narrow(
        conditions,
        parameters,
        "lower(concat(c.name, ' ', c.seatName)) like :text escape '!'",
        filter.text() == null ? null : containing(filter.text()));
    return String.join(" and ", conditions);
  }

  private static void narrow(
      List<String> conditions,
      Map<String, Object> parameters,
      String condition,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(condition.replaceFirst(".*:(\\w+).*", "$1"), value);
    }
  }

  private static String containing(String text) {
    String literal =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }

  @Override
  public List<Territory> territories(UUID id) {
    return getEntityManager()
        .createQuery(
            "from TerritoryEntity t where t.cpts = :cpts order by t.number", TerritoryEntity.class)
        .setParameter("cpts", id)
        .getResultStream()
        .map(JpaCpts::territory)
        .toList();
  }

  @Override
  public List<Overlap> overlaps(UUID of, Territory territory, CptsScope reach) {
    List<String> codes = new ArrayList<>();
    List<String> cities = new ArrayList<>();
    for (Territory.Part part : territory.communes()) {
      codes.add(part.code().value());
      if (part.parent() != null) {
        cities.add(part.parent().value());
      }
    }
    Map<String, Object> parameters = WithinReach.parameters(reach);
    parameters.put("of", of);
    parameters.put("codes", codes);
    parameters.put("cities", cities);
    var query =
        getEntityManager()
            .createQuery(
                """
                select c.id, c.name, m.code from CptsEntity c
                join TerritoryEntity t on t.cpts = c.id and t.number = c.territory
                join t.communes m
                where c.id <> :of
                  and (m.code in (:codes) or m.code in (:cities) or m.parent in (:codes))
                  and
                """
                    + WITHIN_REACH
                    + " order by c.id, m.code",
                Object[].class);
    parameters.forEach(query::setParameter);
    Map<UUID, Overlap> overlaps = new LinkedHashMap<>();
    query
        .getResultList()
        .forEach(row ->
            overlaps.merge(
                (UUID) row[0],
                new Overlap(
                    (UUID) row[0], (String) row[1], List.of(new CommuneCode((String) row[2]))),
                (before, one) ->
                    new Overlap(
                        before.cpts(),
                        before.name(),
                        Stream.concat(before.communes().stream(), one.communes().stream())
                            .toList())));
    return List.copyOf(overlaps.values());
  }

  @Override
  public void addStageChange(UUID id, StageChange change) {
    StageChangeEntity row = new StageChangeEntity();
    row.cpts = id;
    row.number = change.number();
    row.fromStage = change.from();
    row.event = change.event();
    row.toStage = change.to();
    row.effectiveOn = change.on();
    row.recordedAt = change.recordedAt();
    row.subject = change.by().subject();
    row.clientId = change.by().clientId();
    getEntityManager().persist(row);
    flush();
  }

  @Override
  public List<StageChange> stageChanges(UUID id) {
    return getEntityManager()
        .createQuery(
            "from StageChangeEntity s where s.cpts = :cpts order by s.number",
            StageChangeEntity.class)
        .setParameter("cpts", id)
        .getResultStream()
        .map(row ->
            new StageChange(
                row.number,
                row.fromStage,
                row.event,
                row.toStage,
                row.effectiveOn,
                row.recordedAt,
                new DoneBy(row.subject, row.clientId)))
        .toList();
  }

  @Override
  public List<UUID> submittedUntil(LocalDate day, CptsScope reach) {
    Map<String, Object> parameters = WithinReach.parameters(reach);
    parameters.put("submitted", CptsStage.PROJET_DE_SANTE);
    parameters.put("day", day);
    var query =
        getEntityManager()
            .createQuery(
                "select c.id from CptsEntity c where c.stage = :submitted and c.stageSince <= :day"
                    + " and "
                    + WITHIN_REACH
                    + " order by c.stageSince, c.id",
                UUID.class);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private void add(UUID id, Territory territory) {
    TerritoryEntity row = new TerritoryEntity();
    row.cpts = id;
    row.number = territory.number();
    row.population = territory.population();
    row.size = territory.size();
    row.vintage = territory.vintage();
    row.computedAt = territory.computedAt();
    row.subject = territory.by().subject();
    row.clientId = territory.by().clientId();
    for (Territory.Part part : territory.communes()) {
      TerritoryCommuneRow commune = new TerritoryCommuneRow();
      commune.code = part.code().value();
      commune.name = part.name();
      commune.parent = part.parent() == null ? null : part.parent().value();
      commune.population = part.population();
      row.communes.add(commune);
    }
    getEntityManager().persist(row);
    flush();
  }

  private static void write(Cpts cpts, CptsEntity row) {
    row.version = cpts.version();
    row.name = cpts.name();
    row.legalForm = cpts.legalForm();
    row.siret = cpts.siret() == null ? null : cpts.siret().value();
    row.caisse = cpts.caisse();
    row.seatCommune = cpts.seat().commune().value();
    row.seatName = cpts.seat().communeName();
    row.departement = cpts.seat().departement();
    row.region = cpts.seat().region();
    row.stage = cpts.stage();
    row.stageSince = cpts.stageSince();
    row.territory = cpts.territory() == null ? 0 : cpts.territory().number();
    row.contract = cpts.contract() == null ? null : cpts.contract().contract();
    row.contractState = cpts.contract() == null ? null : cpts.contract().state();
    row.changedAt = cpts.changedAt();
  }

  /** The present territories of these rows, read in one go. */
  private Map<UUID, TerritoryEntity> present(List<CptsEntity> rows) {
    Map<UUID, Integer> numbers =
        rows.stream()
            .filter(row -> row.territory > 0)
            .collect(Collectors.toMap(row -> row.id, row -> row.territory));
    Map<UUID, TerritoryEntity> present = new HashMap<>();
    if (!numbers.isEmpty()) {
      getEntityManager()
          .createQuery(
              """
              select t from TerritoryEntity t
              join CptsEntity c on c.id = t.cpts and c.territory = t.number
              where c.id in (:ids)
              """,
              TerritoryEntity.class)
          .setParameter("ids", numbers.keySet())
          .getResultList()
          .forEach(territory -> present.put(territory.cpts, territory));
    }
    return present;
  }

  private static Cpts cpts(CptsEntity row, Map<UUID, TerritoryEntity> territories) {
    TerritoryEntity territory = territories.get(row.id);
    return new Cpts(
        row.id,
        row.version,
        row.name,
        row.legalForm,
        row.siret == null ? null : new Siret(row.siret),
        row.caisse,
        new Seat(new CommuneCode(row.seatCommune), row.seatName, row.departement, row.region),
        row.stage,
        row.stageSince,
        territory == null ? null : territory(territory),
        row.contract == null
            ? null
            : new ContractLink(row.contract, Objects.requireNonNull(row.contractState)),
        row.registeredAt,
        row.changedAt);
  }

  private static Territory territory(TerritoryEntity row) {
    return new Territory(
        row.number,
        row.communes.stream()
            .map(commune ->
                new Territory.Part(
                    new CommuneCode(commune.code),
                    commune.name,
                    commune.parent == null ? null : new CommuneCode(commune.parent),
                    commune.population))
            .toList(),
        row.population,
        row.size,
        row.vintage,
        row.computedAt,
        new DoneBy(row.subject, row.clientId));
  }
}
