package fr.cadran.centres.centre.persistence;

import fr.cadran.centres.centre.domain.ManagerKind;
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
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of the registry. */
@Entity
@Table(name = "centre")
class CentreEntity {
  @Id String finess;
  long version;
  String finessJuridique;
  @Nullable String siret;
  String name;

  @Enumerated(EnumType.STRING)
  ManagerKind managerKind;

  @Nullable String managerName;
  String communeCode;
  String communeName;
  String departement;
  String region;
  @Nullable String address;
  @Nullable String director;
  @Nullable String medecinChef;
  @Nullable String phone;

  @ElementCollection
  @CollectionTable(name = "centre_specialty", joinColumns = @JoinColumn(name = "finess"))
  @OrderColumn(name = "position")
  @Column(name = "specialty")
  @BatchSize(size = 100)
  List<String> specialties = new ArrayList<>();

  /** JSON object: key of the rooms to their number. */
  @ColumnTransformer(write = "cast(? as jsonb)")
  String rooms;

  @Nullable Long dentalChairs;
  @Nullable Boolean imaging;
  @Nullable Boolean laboratory;
  @Nullable Boolean dentalCare;
  @Nullable Boolean priorityUrbanZone;
  @Nullable LocalDate openedOn;
  @Nullable LocalDate closedOn;
  Instant registeredAt;
  Instant changedAt;
}
