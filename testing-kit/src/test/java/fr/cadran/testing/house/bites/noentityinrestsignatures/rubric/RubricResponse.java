package fr.cadran.testing.house.bites.noentityinrestsignatures.rubric;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class RubricResponse {
  @Id long id;
}
