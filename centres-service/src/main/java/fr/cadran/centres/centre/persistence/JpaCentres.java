package fr.cadran.centres.centre.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.centre.application.CentreFilter;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.application.Moment;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.Location;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Siret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registry by Hibernate. Access is a condition of every query that reads for a caller. */
@ApplicationScoped
class JpaCentres implements Centres, PanacheRepositoryBase<CentreEntity, String> {
  private static final TypeReference<TreeMap<String, Long>> ROOMS = new TypeReference<>() {};

  private static final String WITHIN_REACH = WithinReach.of("c", "reach");

  /**
   * That a centre takes part may be known by those who reach it in its programmes. Participations
   * belong to another feature; their entity is named in the query only.
   */
  private static final String TAKES_PART =
      """
      (exists (select 1 from ParticipationEntity part
               where part.programme = :programme and part.centre = c.finess
                 and part.joinedOn <= :day and (part.leftOn is null or part.leftOn >= :day))
       and %s)
      """
          .formatted(WithinReach.of("c", "readable"));

  private final ObjectMapper json;

  JpaCentres(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Optional<RegisteredCentre> find(Finess finess, CentreReach reach) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    parameters.put("finess", finess.value());
    return find("from CentreEntity c where c.finess = :finess and " + WITHIN_REACH, parameters)
        .firstResultOptional()
        .map(row -> {
          RegisteredCentre found = centre(row);
          // A file has thousands: what stays attached is compared before each query.
          getEntityManager().detach(row);
          return found;
        });
  }

  @Override
  public Optional<RegisteredCentre> lock(Finess finess, CentreReach reach) {
    if (find(finess, reach).isEmpty()) {
      return Optional.empty();
    }
    CentreEntity row = findById(finess.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Optional.empty();
    }
    // Waiting for the lock takes time in which the row and the caller's mandat may have changed.
    getEntityManager().refresh(row);
    return find(finess, reach);
  }

  @Override
  public boolean exists(Finess finess) {
    return findByIdOptional(finess.value()).isPresent();
  }

  @Override
  public Optional<RegisteredCentre> find(Finess finess, CentreReach reach, Moment moment) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    parameters.put("finess", finess.value());
    return past("e.finess = :finess and " + WITHIN_REACH, parameters, moment, 1).stream()
        .findFirst();
  }

  @Override
  public Optional<Finess> successorOf(Finess finess) {
    return findByIdOptional(finess.value()).map(row -> row.successor).map(Finess::new);
  }

  @Override
  public void add(RegisteredCentre centre) {
    CentreEntity row = new CentreEntity();
    row.finess = centre.centre().finess().value();
    row.registeredAt = centre.registeredAt();
    write(centre, row);
    persist(row);
    record(centre);
    getEntityManager().detach(row);
  }

  @Override
  public void replace(RegisteredCentre known, RegisteredCentre present) {
    CentreEntity row = Objects.requireNonNull(findById(present.centre().finess().value()));
    write(present, row);
    record(known);
    getEntityManager().detach(row);
  }

  private void record(RegisteredCentre known) {
    CentreVersionEntity row = new CentreVersionEntity();
    row.finess = known.centre().finess().value();
    row.version = known.version();
    row.specialties = known.centre().specialties().toArray(new String[0]);
    writeColumns(known, row);
    getEntityManager().persist(row);
    flush();
    getEntityManager().detach(row);
  }

  @Override
  public List<RegisteredCentre> history(Finess finess, @Nullable Long before, int most) {
    TypedQuery<Object[]> query =
        getEntityManager()
            .createQuery(
                "select e, c.registeredAt from CentreVersionEntity e, CentreEntity c"
                    + " where c.finess = e.finess and e.finess = :finess and e.version < :before"
                    + " order by e.version desc",
                Object[].class)
            .setParameter("finess", finess.value())
            .setParameter("before", before == null ? Long.MAX_VALUE : before);
    return query.setMaxResults(most).getResultList().stream().map(this::past).toList();
  }

  @Override
  public List<RegisteredCentre> list(
      CentreFilter filter, CentreReach reach, @Nullable String after, int most) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    List<String> conditions = new ArrayList<>(List.of(WITHIN_REACH));
    boolean present = filter.moment().isEmpty();
    // What is filtered on: the entry itself, or the version that was true.
    String entry = present ? "c" : "e";
    narrow(conditions, parameters, entry + ".departement = :departement", filter.departement());
    narrow(conditions, parameters, entry + ".region = :region", filter.region());
    narrow(conditions, parameters, entry + ".managerKind = :managerKind", filter.managerKind());
    narrow(
        conditions,
        parameters,
        present
            ? ":specialty member of c.specialties"
            : "cast(sql('? = any(specialties)', :specialty) as boolean) = true",
        filter.specialty());
    narrow(
        conditions,
        parameters,
        "cast(sql('%s @@ registry_query(?)', :text) as boolean) = true"
            .formatted(present ? "search" : "search_then"),
        filter.text());
    narrow(conditions, parameters, "c.finess > :after", after);
    if (filter.open() != null) {
      conditions.add((filter.open() ? "" : "not ") + openOnDay(entry));
      parameters.put("day", filter.day());
    }
    if (filter.programme() != null) {
      conditions.add(TAKES_PART);
      parameters.put("programme", filter.programme());
      parameters.put("day", filter.day());
      parameters.putAll(WithinReach.parameters("readable", filter.readableProgrammes()));
    }
    String where = String.join(" and ", conditions);
    return filter
        .moment()
        .map(moment -> past(where, parameters, moment, most))
        .orElseGet(() -> present(where, parameters, most));
  }

  private List<RegisteredCentre> present(String where, Map<String, Object> parameters, int most) {
    return find("from CentreEntity c where " + where + " order by c.finess", parameters)
        .range(0, most - 1)
        .<CentreEntity>list()
        .stream()
        .map(this::centre)
        .toList();
  }

  /** What was true on the day, of what was known at the instant. */
  private List<RegisteredCentre> past(
      String where, Map<String, Object> parameters, Moment moment, int most) {
    TypedQuery<Object[]> query =
        getEntityManager()
            .createQuery(
                """
                select e, c.registeredAt from CentreVersionEntity e, CentreEntity c
                where c.finess = e.finess and e.effectiveFrom <= :on and e.changedAt <= :asOf
                  and not exists (
                      select 1 from CentreVersionEntity other
                      where other.finess = e.finess
                        and other.effectiveFrom <= :on and other.changedAt <= :asOf
                        and (other.effectiveFrom > e.effectiveFrom
                             or (other.effectiveFrom = e.effectiveFrom
                                 and other.version > e.version)))
                  and %s
                order by e.finess
                """
                    .formatted(where),
                Object[].class);
    parameters.forEach(query::setParameter);
    return query
        .setParameter("on", moment.on())
        .setParameter("asOf", moment.asOf())
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(this::past)
        .toList();
  }

  private static String openOnDay(String entry) {
    return """
    ((%1$s.openedOn is null or %1$s.openedOn <= :day)
     and (%1$s.closedOn is null or %1$s.closedOn >= :day))
    """
        .formatted(entry);
  }

  private static void narrow(
      List<String> conditions,
      Map<String, Object> parameters,
      String condition,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      String name = condition.replaceFirst(".*:(\\w+).*", "$1");
      parameters.put(name, value);
    }
  }

  private void write(RegisteredCentre registered, CentreEntity row) {
    row.version = registered.version();
    row.specialties.clear();
    row.specialties.addAll(registered.centre().specialties());
    writeColumns(registered, row);
  }

  private void writeColumns(RegisteredCentre registered, CentreColumns row) {
    Centre centre = registered.centre();
    row.effectiveFrom = registered.effectiveFrom();
    row.successor = registered.successor() == null ? null : registered.successor().value();
    row.finessJuridique = centre.finessJuridique().value();
    row.siret = centre.siret() == null ? null : centre.siret().value();
    row.name = centre.name();
    row.managerKind = centre.managerKind();
    row.managerName = centre.managerName();
    row.communeCode = centre.location().commune().value();
    row.communeName = centre.location().communeName();
    row.departement = centre.location().departement();
    row.region = centre.location().region();
    row.address = centre.address();
    row.director = centre.director();
    row.medecinChef = centre.medecinChef();
    row.phone = centre.phone();
    row.rooms = json(centre.rooms());
    row.dentalChairs = centre.dentalChairs();
    row.imaging = centre.imaging();
    row.laboratory = centre.laboratory();
    row.dentalCare = centre.dentalCare();
    row.priorityUrbanZone = centre.priorityUrbanZone();
    row.openedOn = centre.openedOn();
    row.closedOn = centre.closedOn();
    row.changedAt = registered.changedAt();
  }

  private RegisteredCentre centre(CentreEntity row) {
    return centre(row.finess, row.version, row.registeredAt, row.specialties, row);
  }

  private RegisteredCentre past(Object[] found) {
    CentreVersionEntity row = (CentreVersionEntity) found[0];
    return centre(row.finess, row.version, (Instant) found[1], List.of(row.specialties), row);
  }

  private RegisteredCentre centre(
      String finess,
      long version,
      Instant registeredAt,
      List<String> specialties,
      CentreColumns row) {
    Centre centre =
        new Centre(
            new Finess(finess),
            new Finess(row.finessJuridique),
            row.siret == null ? null : new Siret(row.siret),
            row.name,
            row.managerKind,
            row.managerName,
            new Location(
                new CommuneCode(row.communeCode), row.communeName, row.departement, row.region),
            row.address,
            row.director,
            row.medecinChef,
            row.phone,
            specialties,
            rooms(row.rooms),
            row.dentalChairs,
            row.imaging,
            row.laboratory,
            row.dentalCare,
            row.priorityUrbanZone,
            row.openedOn,
            row.closedOn);
    return new RegisteredCentre(
        centre,
        version,
        registeredAt,
        row.changedAt,
        row.effectiveFrom,
        row.successor == null ? null : new Finess(row.successor));
  }

  private String json(Map<String, Long> rooms) {
    try {
      return json.writeValueAsString(rooms);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Map<String, Long> rooms(String text) {
    try {
      return json.readValue(text, ROOMS);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
