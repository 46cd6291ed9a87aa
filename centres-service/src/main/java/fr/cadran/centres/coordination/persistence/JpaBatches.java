package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.Batches;
import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Batches by Hibernate. */
@ApplicationScoped
class JpaBatches implements Batches, PanacheRepositoryBase<BatchEntity, UUID> {
  /** Before every identifier that is drawn. */
  private static final UUID FIRST = new UUID(0, 0);

  @Override
  public int count(Finess centre, VoletOption volet) {
    return Math.toIntExact(count("centre = ?1 and volet = ?2", centre.value(), volet));
  }

  @Override
  public List<CoordinationBatch> list(Finess centre, @Nullable UUID after, int most) {
    return find(
            "centre = ?1 and id > ?2 order by id", centre.value(), after == null ? FIRST : after)
        .range(0, most - 1)
        .<BatchEntity>list()
        .stream()
        .map(row ->
            new CoordinationBatch(
                row.id, new Finess(row.centre), row.volet, row.number, row.sentOn, row.files))
        .toList();
  }

  @Override
  public void add(CoordinationBatch batch, List<UUID> memberships, Instant createdAt) {
    BatchEntity row = new BatchEntity();
    row.id = batch.id();
    row.centre = batch.centre().value();
    row.volet = batch.volet();
    row.number = batch.number();
    row.sentOn = batch.sentOn();
    row.files = batch.files();
    row.createdAt = createdAt;
    persistAndFlush(row);
    getEntityManager()
        .createQuery("update MembershipEntity m set m.batch = :batch where m.id in (:ids)")
        .setParameter("batch", batch.id())
        .setParameter("ids", memberships)
        .executeUpdate();
  }
}
