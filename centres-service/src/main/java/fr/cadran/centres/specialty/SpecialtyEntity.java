package fr.cadran.centres.specialty;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the list of specialties. */
@Entity
@Table(name = "specialty")
class SpecialtyEntity {
  @Id String code;
  String labelFr;
  String labelEn;
  int position;
  String source;
}
