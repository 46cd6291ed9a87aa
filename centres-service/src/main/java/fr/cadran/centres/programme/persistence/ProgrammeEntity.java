package fr.cadran.centres.programme.persistence;

import fr.cadran.centres.programme.domain.LevierCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A row of the programmes. */
@Entity
@Table(name = "programme")
class ProgrammeEntity {
  @Id UUID id;
  long version;
  String name;
  String region;

  @ElementCollection
  @CollectionTable(name = "programme_levier", joinColumns = @JoinColumn(name = "programme"))
  @OrderColumn(name = "position")
  @Column(name = "levier")
  @Enumerated(EnumType.STRING)
  @BatchSize(size = 100)
  List<LevierCode> leviers = new ArrayList<>();

  String baselineQuarter;
  LocalDate startsOn;
  @Nullable LocalDate endsOn;
  boolean fictional;
  Instant changedAt;
}
