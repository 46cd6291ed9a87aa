package fr.cadran.centres.quarterwindow.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the other dates of a centre. */
@Entity
@Table(name = "quarter_exception")
@IdClass(ExceptionKey.class)
class QuarterExceptionEntity {
  @Id String quarter;
  @Id String centre;
  long revision;
  LocalDate dueOn;
  @Nullable LocalDate closesOn;
  String reason;
  Instant changedAt;
  String changedBy;
}
