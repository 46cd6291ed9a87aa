package fr.cadran.centres.programme.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of what centres retained. */
@Entity
@Table(name = "retained_levier")
@IdClass(RetainedLevierKey.class)
class RetainedLevierEntity {
  @Id UUID programme;
  @Id int anonymousNumber;
  @Id String levier;
  String status;
  LocalDate validatedOn;
  @Nullable LocalDate activatedOn;
  @Nullable Boolean overrulePositive;
  @Nullable String overruleReason;
  @Nullable Instant overruledAt;
  @Nullable String overruledBy;
}
