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
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Results as a dialogue froze them. */
@Entity
@Table(name = "dialogue_results")
@IdClass(FrozenResultsEntity.Key.class)
class FrozenResultsEntity {
  /** Key of one version. */
  record Key(UUID contract, int number, int resultsVersion) {}

  @Id UUID contract;
  @Id int number;
  @Id int resultsVersion;
  String content;
  String hash;
  Instant closedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "dialogue_results_signature",
      joinColumns = {
        @JoinColumn(name = "contract"),
        @JoinColumn(name = "number"),
        @JoinColumn(name = "results_version")
      })
  Set<DialogueSignatureRow> signatures = new HashSet<>();
}
