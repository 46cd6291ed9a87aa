package fr.cadran.centres.quarterlydata.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of the quarterly records. */
@Entity
@Table(name = "quarterly_record")
@IdClass(QuarterKey.class)
class QuarterlyRecordEntity {
  @Id String centre;
  @Id String quarter;
  long revision;

  /** Content of the open draft as JSON. */
  @ColumnTransformer(write = "cast(? as jsonb)")
  @Nullable String draft;

  int version;
  Instant changedAt;
}
