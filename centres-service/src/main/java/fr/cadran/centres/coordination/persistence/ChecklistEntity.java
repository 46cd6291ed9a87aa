package fr.cadran.centres.coordination.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** What was said of the commitments of a year; written once. */
@Entity
@Immutable
@Table(name = "coordination_checklist")
@IdClass(VersionOfChecklistKey.class)
class ChecklistEntity {
  @Id String centre;
  @Id int year;
  @Id long version;

  /** JSON array of what is followed. */
  @ColumnTransformer(write = "cast(? as jsonb)")
  String items;

  Instant changedAt;
}
