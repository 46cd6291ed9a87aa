package fr.cadran.contracts.cpts.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** A computation of a territory; written once, and the database refuses any change. */
@Entity
@Table(name = "cpts_territory")
@IdClass(CptsPartKey.class)
class TerritoryEntity {
  @Id UUID cpts;
  @Id int number;
  int population;
  int size;
  int vintage;
  Instant computedAt;
  String subject;
  String clientId;

  @ElementCollection
  @CollectionTable(
      name = "cpts_territory_commune",
      joinColumns = {@JoinColumn(name = "cpts"), @JoinColumn(name = "number")})
  @OrderBy("code")
  @BatchSize(size = 100)
  List<TerritoryCommuneRow> communes = new ArrayList<>();
}
