package fr.cadran.centres.quarterlydata.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of the submitted versions; written once. */
@Entity
@Immutable
@Table(name = "quarterly_version")
@IdClass(VersionKey.class)
class QuarterlyVersionEntity {
  @Id String centre;
  @Id String quarter;
  @Id int version;

  /** Content as JSON. */
  @ColumnTransformer(write = "cast(? as jsonb)")
  String content;

  Instant submittedAt;
  String submittedBy;

  /** JSON list of the acknowledgements. */
  @ColumnTransformer(write = "cast(? as jsonb)")
  String acknowledgedWarnings;

  LocalDate dueOn;

  /** What queries ask of {@link #dueOn}, so that the French day is decided in one place. */
  boolean late;
}
