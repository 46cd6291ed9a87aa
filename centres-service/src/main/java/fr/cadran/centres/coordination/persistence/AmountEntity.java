package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.domain.VoletOption;
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

/** A row of the amounts; written once. */
@Entity
@Immutable
@Table(name = "option_amount")
class AmountEntity {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  VoletOption volet;

  BigDecimal fromFte;
  LocalDate validFrom;
  @Nullable BigDecimal amount;
  @Nullable String missingReason;
  String source;
  Instant recordedAt;
  String recordedBy;
}
