package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was said of an application; written once. */
@Entity
@Immutable
@Table(name = "coordination_application")
@IdClass(VersionOfApplicationKey.class)
class ApplicationEntity {
  @Id String centre;

  @Id
  @Enumerated(EnumType.STRING)
  VoletOption volet;

  @Id long version;
  LocalDate sentOn;

  @Enumerated(EnumType.STRING)
  OptionApplication.@Nullable Answer answer;

  @Nullable LocalDate answeredOn;
  Instant changedAt;
}
