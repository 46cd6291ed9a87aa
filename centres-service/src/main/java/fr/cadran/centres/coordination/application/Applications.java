package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import java.util.Optional;

/** Port: applications to the CPAM, of a centre that the caller has made sure is within reach. */
public interface Applications {
  /** What is said of it last, empty when nothing is. */
  Optional<OptionApplication> find(Finess centre, VoletOption volet);

  /** Adds a version; none is ever changed. */
  void add(OptionApplication application);
}
