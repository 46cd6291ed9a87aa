package fr.cadran.contracts.fundingtable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the funding tables. */
@ApplicationScoped
class FundingTableRepository implements PanacheRepositoryBase<FundingTableEntity, String> {
  /** The tables in order of entry into force; only those in force on a day when one is given. */
  List<FundingTableEntity> inForce(@Nullable LocalDate on) {
    return on == null
        ? list("order by validFrom, code")
        : list(
            "validFrom <= ?1 and (validUntil is null or validUntil > ?1) order by validFrom, code",
            on);
  }
}
