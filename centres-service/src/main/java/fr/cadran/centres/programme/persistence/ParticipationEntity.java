package fr.cadran.centres.programme.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the cohorts. */
@Entity
@Table(name = "participation")
@IdClass(ParticipationKey.class)
class ParticipationEntity {
  @Id UUID programme;
  @Id int anonymousNumber;
  String centre;
  LocalDate joinedOn;
  @Nullable LocalDate leftOn;
}
