package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.OptionAmount;
import fr.cadran.centres.coordination.domain.OptionAmounts;
import java.time.Instant;
import java.util.UUID;

/** Port: what the option pays, as it was ever known. */
public interface Amounts {
  /** Every row, in the order in which they became known. */
  OptionAmounts all();

  /** Adds a row; none is ever changed. */
  void add(UUID id, OptionAmount amount, Instant recordedAt, String recordedBy);
}
