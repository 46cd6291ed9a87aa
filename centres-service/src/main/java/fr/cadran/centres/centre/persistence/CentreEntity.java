package fr.cadran.centres.centre.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** A row of the registry: what it says at present. */
@Entity
@Table(name = "centre")
class CentreEntity extends CentreColumns {
  @Id String finess;
  long version;

  @ElementCollection
  @CollectionTable(name = "centre_specialty", joinColumns = @JoinColumn(name = "finess"))
  @OrderColumn(name = "position")
  @Column(name = "specialty")
  @BatchSize(size = 100)
  List<String> specialties = new ArrayList<>();

  Instant registeredAt;
}
