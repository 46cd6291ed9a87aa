package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: the mandats that centres gave. Where one centre is named, the caller has made sure that it
 * is within reach.
 */
public interface Mandats {
  /**
   * One mandat of a centre.
   *
   * @param client the only client whose mandats may be seen, null when all may
   */
  Optional<Mandat> find(Finess centre, UUID id, @Nullable String client);

  /**
   * Mandats of a centre, the oldest first.
   *
   * @param client the only client whose mandats may be seen, null when all may
   * @param today on which their state is looked at
   * @param after the last id seen, null for the first page
   * @param most how many at most
   */
  List<Mandat> list(
      Finess centre,
      @Nullable String client,
      MandatFilter filter,
      LocalDate today,
      @Nullable UUID after,
      int most);

  /**
   * Mandats of every centre within reach, the oldest first.
   *
   * @param all the centres whose mandats may all be seen
   * @param own the centres of which a client sees its own
   * @param after the last id seen, null for the first page
   * @param most how many at most
   */
  List<Mandat> listWithin(
      CentreReach all, CentreReach own, MandatFilter filter, @Nullable UUID after, int most);

  /** Every mandat that a centre has ever given, the oldest first. */
  List<Mandat> all(Finess centre);

  /** Adds a mandat. */
  void add(Mandat mandat);

  /** Replaces a mandat that was read before. */
  void replace(Mandat mandat);

  /** Counts a change of the list of a centre; 1 for the first. The centre is locked. */
  long nextListVersion(Finess centre);
}
