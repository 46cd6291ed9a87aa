package fr.cadran.contracts.dialogue.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file of evidence of a dialogue. */
@Entity
@Table(name = "dialogue_evidence")
@IdClass(EvidenceFileEntity.Key.class)
class EvidenceFileEntity {
  /** Key of one file. */
  record Key(UUID contract, int number, String hash) {}

  @Id UUID contract;
  @Id int number;
  @Id String hash;
  String label;
  String contentType;
  int size;
  byte[] content;
  String subject;
  String clientId;
  Instant uploadedAt;
}
