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
import org.jspecify.annotations.Nullable;

/** A row of the memberships. */
@Entity
@Table(name = "coordination_membership")
class MembershipEntity {
  @Id UUID id;
  String centre;

  @Enumerated(EnumType.STRING)
  VoletOption volet;

  String reference;
  String coordinatingDoctor;
  LocalDate startedOn;
  @Nullable LocalDate endedOn;
  long version;
  Instant changedAt;
  @Nullable UUID batch;
}
