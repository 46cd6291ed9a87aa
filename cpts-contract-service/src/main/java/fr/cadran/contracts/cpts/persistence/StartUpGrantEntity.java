package fr.cadran.contracts.cpts.persistence;

import fr.cadran.contracts.cpts.domain.GrantKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the start-up money; written once. */
@Entity
@Immutable
@Table(name = "start_up_grant")
class StartUpGrantEntity {
  @Id UUID id;
  UUID cpts;

  @Enumerated(EnumType.STRING)
  GrantKind kind;

  BigDecimal amount;
  LocalDate grantedOn;
  @Nullable LocalDate signBy;
  Instant recordedAt;
  String subject;
  String clientId;
}
