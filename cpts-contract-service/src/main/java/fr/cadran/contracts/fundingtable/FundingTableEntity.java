package fr.cadran.contracts.fundingtable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of the amounts of the agreement. Written by migrations only, so never dirty. */
@Entity
@Table(name = "funding_table")
class FundingTableEntity {
  @Id String code;

  @Column(name = "label")
  String label;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_until")
  @Nullable LocalDate validUntil;

  @Column(name = "source")
  String source;

  @OneToMany(mappedBy = "table", fetch = FetchType.LAZY)
  @OrderBy("position, size")
  List<FundingAmountEntity> amounts = new ArrayList<>();
}
