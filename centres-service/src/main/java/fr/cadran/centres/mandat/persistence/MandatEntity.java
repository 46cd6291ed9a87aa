package fr.cadran.centres.mandat.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A row of the mandats. */
@Entity
@Table(name = "mandat")
class MandatEntity {
  @Id UUID id;
  String centre;
  String clientId;

  @ElementCollection
  @CollectionTable(name = "mandat_scope", joinColumns = @JoinColumn(name = "mandat"))
  @Column(name = "scope")
  @BatchSize(size = 100)
  Set<String> scopes = new HashSet<>();

  LocalDate validFrom;
  LocalDate validUntil;
  Instant givenAt;
  @Nullable String givenBy;
  @Nullable Instant revokedAt;
  @Nullable String revokedBy;
}
