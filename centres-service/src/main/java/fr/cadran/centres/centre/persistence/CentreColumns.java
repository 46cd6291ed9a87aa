package fr.cadran.centres.centre.persistence;

import fr.cadran.centres.centre.domain.ManagerKind;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** The columns that the present entry of a centre and its versions have in common. */
@MappedSuperclass
abstract class CentreColumns {
  LocalDate effectiveFrom;
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
  @Nullable String successor;
  Instant changedAt;
}
