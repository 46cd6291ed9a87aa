package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.domain.OptionParameter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the parameters; written once. */
@Entity
@Immutable
@Table(name = "option_parameter")
class ParameterEntity {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  OptionParameter.Code code;

  LocalDate validFrom;
  int value;
  String source;
  Instant recordedAt;
  String recordedBy;
}
