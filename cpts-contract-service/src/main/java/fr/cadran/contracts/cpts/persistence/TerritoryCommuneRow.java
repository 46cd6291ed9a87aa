package fr.cadran.contracts.cpts.persistence;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A commune of a computation. */
@Embeddable
class TerritoryCommuneRow {
  String code;
  String name;
  @Nullable String parent;
  int population;
}
