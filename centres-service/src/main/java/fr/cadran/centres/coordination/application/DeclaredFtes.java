package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.NursingYear;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.Optional;

/** Port: the nursing FTE that centres declare in their submitted quarters. */
@FunctionalInterface
public interface DeclaredFtes {
  /** The last one of a quarter that ends by a day, empty when none is declared. */
  Optional<NursingYear.DeclaredFte> last(Finess centre, LocalDate day);
}
