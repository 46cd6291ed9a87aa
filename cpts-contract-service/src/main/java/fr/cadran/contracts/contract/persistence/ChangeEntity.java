package fr.cadran.contracts.contract.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change in the life of a contract. */
@Entity
@Table(name = "contract_change")
@IdClass(ChangeEntity.Key.class)
class ChangeEntity {
  /** Key of a change: the version that it gave to its contract. */
  record Key(UUID contract, long version) {}

  @Id UUID contract;
  @Id long version;
  @Nullable String event;
  @Nullable String fromState;
  String toState;
  LocalDate effectiveOn;
  @Nullable String party;
  String subject;
  String clientId;
  @Nullable String note;
  Instant recordedAt;
}
