package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.Amounts;
import fr.cadran.centres.coordination.domain.OptionAmount;
import fr.cadran.centres.coordination.domain.OptionAmounts;
import fr.cadran.kit.type.Euros;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Amounts by Hibernate. */
@ApplicationScoped
class JpaAmounts implements Amounts, PanacheRepositoryBase<AmountEntity, UUID> {
  @Override
  public OptionAmounts all() {
    return new OptionAmounts(
        listAll(Sort.by("recordedAt").and("id")).stream()
            .map(row ->
                new OptionAmount(
                    row.volet,
                    row.fromFte,
                    row.validFrom,
                    row.amount == null ? null : new Euros(row.amount),
                    row.missingReason,
                    row.source))
            .toList());
  }

  @Override
  public void add(UUID id, OptionAmount amount, Instant recordedAt, String recordedBy) {
    AmountEntity row = new AmountEntity();
    row.id = id;
    row.volet = amount.volet();
    row.fromFte = amount.fromFte();
    row.validFrom = amount.validFrom();
    row.amount = amount.amount() == null ? null : amount.amount().amount();
    row.missingReason = amount.missingReason();
    row.source = amount.source();
    row.recordedAt = recordedAt;
    row.recordedBy = recordedBy;
    persistAndFlush(row);
  }
}
