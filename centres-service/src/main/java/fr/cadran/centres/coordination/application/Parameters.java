package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.OptionParameter;
import fr.cadran.centres.coordination.domain.OptionParameters;
import java.time.Instant;
import java.util.UUID;

/** Port: the numbers that the texts of the option fix, as they were ever known. */
public interface Parameters {
  /** Every row, in the order in which they became known. */
  OptionParameters all();

  /** Adds a row; none is ever changed. */
  void add(UUID id, OptionParameter parameter, Instant recordedAt, String recordedBy);
}
