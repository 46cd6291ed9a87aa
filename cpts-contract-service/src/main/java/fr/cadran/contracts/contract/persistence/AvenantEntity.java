package fr.cadran.contracts.contract.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** An avenant. */
@Entity
@Table(name = "avenant")
@IdClass(NumberedKey.class)
class AvenantEntity {
  @Id UUID contract;
  @Id int number;
  LocalDate effectiveOn;

  /** The exact text that is signed. */
  String content;

  String hash;
  String proposedBy;
  Instant proposedAt;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "avenant_signature",
      joinColumns = {@JoinColumn(name = "contract"), @JoinColumn(name = "number")})
  @BatchSize(size = 100)
  Set<SignatureRow> signatures = new HashSet<>();

  @Nullable Instant signedAt;
}
