package fr.cadran.indicators.programme.application;

import fr.cadran.indicators.programme.domain.Programme;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local copy of programmes; no state is changed or erased. */
public interface Programmes {
  /** Keeps a state from an instant on, unless the same or a later version is kept already. */
  void keep(Programme programme, Instant now);

  /**
   * A programme as it was known.
   *
   * @param asOf at this instant; null: now
   */
  Optional<Programme> find(String id, @Nullable Instant asOf);
}
