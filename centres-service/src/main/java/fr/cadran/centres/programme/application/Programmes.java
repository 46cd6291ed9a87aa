package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.type.Finess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: the programmes. One is within reach when its région is, or when a centre of its cohort is.
 */
public interface Programmes {
  /** A programme, empty when there is none within reach. */
  Optional<Programme> find(UUID id, CentreReach reach);

  /** The same when its whole région is within reach, locked until the transaction ends. */
  Optional<Programme> lock(UUID id, CentreReach reach);

  /** Programmes within reach, the oldest first. */
  List<Programme> list(CentreReach reach, @Nullable String region, @Nullable UUID after, int most);

  /** Whether another programme of the région has this name, in any case. */
  boolean isNamed(String name, String region, UUID other);

  /** The names of those centres of the cohort that are within reach by themselves. */
  Map<Finess, String> names(Programme programme, CentreReach reach);

  /** Adds a programme. */
  void add(Programme programme);

  /** Replaces a programme that was locked before. */
  void replace(Programme programme);
}
