package fr.cadran.centres.centre.domain;

import fr.cadran.kit.type.CommuneCode;
import java.util.Optional;

/** Port: the communes that exist today. */
@FunctionalInterface
public interface Communes {
  /** Where a commune lies, empty when no such commune exists today. */
  Optional<Location> locate(CommuneCode code);
}
