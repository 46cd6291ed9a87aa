package fr.cadran.centres.mandat.persistence;

import fr.cadran.centres.mandat.application.Mandats;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatScope;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
    return query("m.id = :id", Map.of("id", id), centre, client, 1).stream().findFirst();
  }

  @Override
  public List<Mandat> list(Finess centre, @Nullable String client, @Nullable UUID after, int most) {
    return after == null
        ? query("true = true", Map.of(), centre, client, most)
        : query("m.id > :after", Map.of("after", after), centre, client, most);
  }

  @Override
  public List<Mandat> all(Finess centre) {
    return query("true = true", Map.of(), centre, null, Integer.MAX_VALUE);
  }

  /** Identifiers are time-ordered, so their order is that in which mandats were given. */
  private List<Mandat> query(
      String condition,
      Map<String, Object> values,
      Finess centre,
      @Nullable String client,
      int most) {
    Map<String, Object> parameters = new HashMap<>(values);
    parameters.put("centre", centre.value());
    parameters.put("anyClient", client == null);
    parameters.put("client", client == null ? "" : client);
    return find(
            "from MandatEntity m where m.centre = :centre"
                + " and (:anyClient = true or m.clientId = :client) and "
                + condition
                + " order by m.id",
            parameters)
        .range(0, most - 1)
        .<MandatEntity>list()
        .stream()
        .map(JpaMandats::mandat)
        .toList();
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
    persistAndFlush(row);
  }

  @Override
  public void replace(Mandat mandat) {
    MandatEntity row = Objects.requireNonNull(findById(mandat.id()));
    // Nothing else of a mandat ever changes.
    row.revokedAt = mandat.revokedAt();
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
        row.revokedAt);
  }
}
