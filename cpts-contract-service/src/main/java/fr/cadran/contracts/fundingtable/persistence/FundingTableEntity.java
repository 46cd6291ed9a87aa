package fr.cadran.contracts.fundingtable.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a funding table. */
@Entity
@Table(name = "funding_table")
@IdClass(FundingTableKey.class)
class FundingTableEntity {
  @Id String code;

  @Id int version;

  @Column(name = "label")
  String label;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_until")
  @Nullable LocalDate validUntil;

  @Column(name = "source")
  String source;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  long revision;

  @Column(name = "changed_at")
  Instant changedAt;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "funding_amount",
      joinColumns = {@JoinColumn(name = "table_code"), @JoinColumn(name = "table_version")})
  @OrderBy("position, size")
  List<FundingAmountRow> amounts = new ArrayList<>();

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "funding_parameter",
      joinColumns = {@JoinColumn(name = "table_code"), @JoinColumn(name = "table_version")})
  @OrderBy("name")
  List<FundingParameterRow> parameters = new ArrayList<>();
}
