package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.domain.CptsStage;
import jakarta.persistence.CollectionTable;
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

  /** Counts the changes of the list of partners, 0 before the first. */
  int partners;

  @ElementCollection
  @CollectionTable(name = "cpts_partner", joinColumns = @JoinColumn(name = "cpts"))
  @OrderColumn(name = "position")
  List<PartnerRow> partnerRows = new ArrayList<>();

  @Nullable UUID contract;
  @Nullable String contractState;
  Instant registeredAt;
  Instant changedAt;
}
