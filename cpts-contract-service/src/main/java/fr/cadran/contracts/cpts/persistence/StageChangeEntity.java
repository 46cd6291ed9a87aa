package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.StageEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A move of a CPTS; written once. */
@Entity
@Immutable
@Table(name = "cpts_stage_change")
@IdClass(CptsPartKey.class)
class StageChangeEntity {
  @Id UUID cpts;
  @Id int number;

  @Enumerated(EnumType.STRING)
  CptsStage fromStage;

  @Enumerated(EnumType.STRING)
  StageEvent event;

  @Enumerated(EnumType.STRING)
  CptsStage toStage;

  LocalDate effectiveOn;
  Instant recordedAt;
  String subject;
  String clientId;
}
