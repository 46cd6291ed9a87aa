package fr.cadran.centres.quarterlydata.persistence;

import fr.cadran.centres.quarterlydata.domain.Decision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the decisions on submitted versions; written once. */
@Entity
@Immutable
@Table(name = "quarterly_decision")
@IdClass(VersionKey.class)
class QuarterlyDecisionEntity {
  @Id String centre;
  @Id String quarter;
  @Id int version;

  @Enumerated(EnumType.STRING)
  Decision.Outcome outcome;

  @Nullable String comment;
  Instant decidedAt;
  String decidedBy;
}
