package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import java.util.Optional;

/** The communes that the dated reference table knows. */
@FunctionalInterface
public interface Communes {
  /** The commune of a code, empty when the table has none. */
  Optional<KnownCommune> find(CommuneCode code);
}
