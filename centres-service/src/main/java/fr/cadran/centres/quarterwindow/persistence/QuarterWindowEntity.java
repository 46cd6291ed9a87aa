package fr.cadran.centres.quarterwindow.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the dates that were set for a territory. */
@Entity
@Table(name = "quarter_window")
@IdClass(WindowKey.class)
class QuarterWindowEntity {
  @Id String quarter;
  @Id String territory;
  @Id String territoryCode;
  long revision;
  LocalDate opensOn;
  LocalDate dueOn;
  @Nullable LocalDate closesOn;
  String changedBy;
}
