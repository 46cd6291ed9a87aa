package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.domain.CptsStage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the register. */
@Entity
@Table(name = "cpts")
class CptsEntity {
  @Id UUID id;
  long version;
  String name;
  @Nullable String legalForm;
  @Nullable String siret;
  String caisse;
  String seatCommune;
  String seatName;
  String departement;
  String region;

  @Enumerated(EnumType.STRING)
  CptsStage stage;

  @Nullable LocalDate stageSince;

  /** Number of the present computation of the territory, 0 before the first. */
  int territory;

  @Nullable UUID contract;
  @Nullable String contractState;
  Instant registeredAt;
  Instant changedAt;
}
