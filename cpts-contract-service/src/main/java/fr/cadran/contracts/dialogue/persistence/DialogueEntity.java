package fr.cadran.contracts.dialogue.persistence;

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

/** A dialogue de gestion. */
@Entity
@Table(name = "dialogue")
@IdClass(DialogueKey.class)
class DialogueEntity {
  @Id UUID contract;
  @Id int number;
  String kind;
  String state;
  long version;
  @Nullable Integer contractYear;
  @Nullable LocalDate dueFrom;
  @Nullable LocalDate dueUntil;

  /** The exact text that is signed, null while there is none. */
  @Nullable String content;

  int resultsVersion;
  @Nullable String correction;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "dialogue_decision",
      joinColumns = {@JoinColumn(name = "contract"), @JoinColumn(name = "number")})
  @BatchSize(size = 100)
  Set<DecisionRow> decisions = new HashSet<>();

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "dialogue_signature",
      joinColumns = {@JoinColumn(name = "contract"), @JoinColumn(name = "number")})
  @BatchSize(size = 100)
  Set<DialogueSignatureRow> signatures = new HashSet<>();

  @Nullable Instant closedAt;
  Instant createdAt;
  Instant changedAt;
}
