package fr.cadran.centres.mandat.persistence;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.mandat.application.MandatFilter;
import fr.cadran.centres.mandat.application.Mandats;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatScope;
import fr.cadran.centres.mandat.domain.MandatState;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mandats by Hibernate. */
@ApplicationScoped
class JpaMandats implements Mandats, PanacheRepositoryBase<MandatEntity, UUID> {
  @Override
  public Optional<Mandat> find(Finess centre, UUID id, @Nullable String client) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = ofCentre(centre, client, parameters);
    conditions.add("m.id = :id");
    parameters.put("id", id);
    return query("MandatEntity m", conditions, parameters, 1).stream().findFirst();
  }

  @Override
  public List<Mandat> list(
      Finess centre,
      @Nullable String client,
      MandatFilter filter,
      LocalDate today,
      @Nullable UUID after,
      int most) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = ofCentre(centre, client, parameters);
    narrow(conditions, parameters, filter, today, after);
    return query("MandatEntity m", conditions, parameters, most);
  }

  @Override
  public List<Mandat> listWithin(
      CentreReach all, CentreReach own, MandatFilter filter, @Nullable UUID after, int most) {
    Map<String, Object> parameters = WithinReach.parameters("all", all);
    parameters.putAll(WithinReach.parameters("own", own));
    List<String> conditions = new ArrayList<>();
    conditions.add("c.finess = m.centre");
    conditions.add(
        "("
            + WithinReach.of("c", "all")
            + " or (m.clientId = :ownClient and "
            + WithinReach.of("c", "own")
            + "))");
    narrow(conditions, parameters, filter, all.today(), after);
    return query("MandatEntity m, CentreEntity c", conditions, parameters, most);
  }

  @Override
  public List<Mandat> all(Finess centre) {
    Map<String, Object> parameters = new HashMap<>();
    return query(
        "MandatEntity m", ofCentre(centre, null, parameters), parameters, Integer.MAX_VALUE);
  }

  private static List<String> ofCentre(
      Finess centre, @Nullable String client, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    conditions.add("m.centre = :centre");
    parameters.put("centre", centre.value());
    if (client != null) {
      conditions.add("m.clientId = :client");
      parameters.put("client", client);
    }
    return conditions;
  }

  private static void narrow(
      List<String> conditions,
      Map<String, Object> parameters,
      MandatFilter filter,
      LocalDate today,
      @Nullable UUID after) {
    if (filter.clientId() != null) {
      conditions.add("m.clientId = :wantedClient");
      parameters.put("wantedClient", filter.clientId());
    }
    if (after != null) {
      conditions.add("m.id > :after");
      parameters.put("after", after);
    }
    MandatState state = filter.state();
    if (state != null) {
      conditions.add(standing(state));
      if (state != MandatState.REVOKED) {
        parameters.put("today", today);
      }
    }
  }

  private static String standing(MandatState state) {
    return switch (state) {
      case REVOKED -> "m.revokedAt is not null";
      case PENDING -> "m.revokedAt is null and m.validFrom > :today";
      case EXPIRED -> "m.revokedAt is null and m.validUntil < :today";
      case ACTIVE -> "m.revokedAt is null and m.validFrom <= :today and m.validUntil >= :today";
    };
  }

  /** Identifiers are time-ordered, so their order is that in which mandats were given. */
  private List<Mandat> query(
      String from, List<String> conditions, Map<String, Object> parameters, int most) {
    TypedQuery<MandatEntity> query =
        getEntityManager()
            .createQuery(
                "select m from "
                    + from
                    + " where "
                    + String.join(" and ", conditions)
                    + " order by m.id",
                MandatEntity.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(most).getResultList().stream().map(JpaMandats::mandat).toList();
  }

  @Override
  public void add(Mandat mandat) {
    MandatEntity row = new MandatEntity();
    row.id = mandat.id();
    row.centre = mandat.centre().value();
    row.clientId = mandat.clientId();
    row.scopes.addAll(mandat.scopes().stream().map(MandatScope::token).toList());
    row.validFrom = mandat.validFrom();
    row.validUntil = mandat.validUntil();
    row.givenAt = mandat.givenAt();
    row.givenBy = mandat.givenBy();
    persistAndFlush(row);
  }

  @Override
  public void replace(Mandat mandat) {
    MandatEntity row = Objects.requireNonNull(findById(mandat.id()));
    // Nothing else of a mandat ever changes.
    row.revokedAt = mandat.revokedAt();
    row.revokedBy = mandat.revokedBy();
    flush();
  }

  @Override
  public long nextListVersion(Finess centre) {
    String count =
        """
        insert into mandat_list as l (centre, version) values (:centre, 1)
        on conflict (centre) do update set version = l.version + 1
        returning version
        """;
    Object version =
        getEntityManager()
            .createNativeQuery(count, Long.class)
            .setParameter("centre", centre.value())
            .getSingleResult();
    return (Long) version;
  }

  private static Mandat mandat(MandatEntity row) {
    return new Mandat(
        row.id,
        new Finess(row.centre),
        row.clientId,
        row.scopes.stream()
            .map(token -> MandatScope.of(token).orElseThrow())
            .collect(Collectors.toSet()),
        row.validFrom,
        row.validUntil,
        row.givenAt,
        row.givenBy,
        row.revokedAt,
        row.revokedBy);
  }
}
