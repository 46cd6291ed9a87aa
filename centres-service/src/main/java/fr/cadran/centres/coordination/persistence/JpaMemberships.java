package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.Memberships;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Memberships by Hibernate. */
@ApplicationScoped
class JpaMemberships implements Memberships, PanacheRepositoryBase<MembershipEntity, UUID> {
  /** Before every identifier that is drawn. */
  private static final UUID FIRST = new UUID(0, 0);

  @Override
  public Optional<Membership> find(Finess centre, UUID id) {
    return find("centre = ?1 and id = ?2", centre.value(), id)
        .firstResultOptional()
        .map(JpaMemberships::membership);
  }

  @Override
  public boolean holds(Finess centre, VoletOption volet, String reference) {
    return count(
            "centre = ?1 and volet = ?2 and reference = ?3 and endedOn is null",
            centre.value(),
            volet,
            reference)
        > 0;
  }

  @Override
  public List<Membership> list(
      Finess centre, @Nullable UUID batch, @Nullable UUID after, int most) {
    UUID seen = after == null ? FIRST : after;
    PanacheQuery<MembershipEntity> found =
        batch == null
            ? find("centre = ?1 and id > ?2 order by id", centre.value(), seen)
            : find(
                "centre = ?1 and id > ?2 and batch = ?3 order by id", centre.value(), seen, batch);
    return found.range(0, most - 1).<MembershipEntity>list().stream()
        .map(JpaMemberships::membership)
        .toList();
  }

  @Override
  public List<Membership> unsent(Finess centre, VoletOption volet, LocalDate day) {
    return find(
            "centre = ?1 and volet = ?2 and batch is null and startedOn <= ?3"
                + " and (endedOn is null or endedOn >= ?3) order by id",
            centre.value(),
            volet,
            day)
        .<MembershipEntity>list()
        .stream()
        .map(JpaMemberships::membership)
        .toList();
  }

  @Override
  public void add(Membership membership) {
    MembershipEntity row = new MembershipEntity();
    row.id = membership.id();
    row.centre = membership.centre().value();
    row.volet = membership.volet();
    row.reference = membership.reference();
    row.coordinatingDoctor = membership.coordinatingDoctor();
    row.startedOn = membership.startedOn();
    row.version = membership.version();
    row.changedAt = membership.changedAt();
    persistAndFlush(row);
  }

  @Override
  public void replace(Membership membership) {
    MembershipEntity row = Objects.requireNonNull(findById(membership.id()));
    // Nothing else of a membership ever changes.
    row.endedOn = membership.endedOn();
    row.version = membership.version();
    row.changedAt = membership.changedAt();
    flush();
  }

  private static Membership membership(MembershipEntity row) {
    return new Membership(
        row.id,
        new Finess(row.centre),
        row.volet,
        row.reference,
        row.coordinatingDoctor,
        row.startedOn,
        row.endedOn,
        row.version,
        row.changedAt);
  }
}
