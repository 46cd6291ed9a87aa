package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.domain.VoletOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of the batches. */
@Entity
@Table(name = "coordination_batch")
class BatchEntity {
  @Id UUID id;
  String centre;

  @Enumerated(EnumType.STRING)
  VoletOption volet;

  int number;
  LocalDate sentOn;
  int files;
  Instant createdAt;
}
