package fr.cadran.contracts.contract.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A row of the contracts. */
@Entity
@Table(name = "contract")
class ContractEntity {
  @Id UUID id;
  UUID cpts;
  String caisse;
  long version;
  String state;
  int round;

  /** The exact text that is signed. */
  String terms;

  /** That of the terms, for filters. */
  int size;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "contract_signature", joinColumns = @JoinColumn(name = "contract"))
  @BatchSize(size = 100)
  Set<SignatureRow> signatures = new HashSet<>();

  @Nullable LocalDate signedOn;
  boolean started;
  @Nullable String terminationBy;
  @Nullable LocalDate terminationReceivedOn;
  @Nullable LocalDate terminationEffectiveOn;
  @Nullable String terminationReason;
  @Nullable LocalDate referredOn;
  @Nullable String opinionBody;
  @Nullable String opinion;
  @Nullable LocalDate opinionOn;
  @Nullable LocalDate endedOn;
  Instant createdAt;
  Instant changedAt;
}
