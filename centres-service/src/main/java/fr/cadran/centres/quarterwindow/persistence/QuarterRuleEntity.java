package fr.cadran.centres.quarterwindow.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of the dated rule. */
@Entity
@Table(name = "quarter_rule")
class QuarterRuleEntity {
  @Id String fromQuarter;
  int opensAfterDays;
  int dueAfterDays;
  @Nullable Integer closesAfterDays;
  String source;
}
