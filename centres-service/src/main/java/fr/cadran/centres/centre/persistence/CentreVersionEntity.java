package fr.cadran.centres.centre.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of what the registry ever said; never changed. */
@Entity
@Table(name = "centre_version")
@IdClass(VersionOfCentreKey.class)
class CentreVersionEntity extends CentreColumns {
  @Id String finess;
  @Id long version;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] specialties;
}
