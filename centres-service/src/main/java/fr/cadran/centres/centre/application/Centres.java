package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.type.Finess;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the registry. */
public interface Centres {
  /** A centre, empty when there is none within reach. */
  Optional<RegisteredCentre> find(Finess finess, CentreReach reach);

  /**
   * What was true of a centre at a moment, empty when nothing was or it is not within reach. The
   * reach is that of today: who may read a centre may read its past.
   */
  Optional<RegisteredCentre> find(Finess finess, CentreReach reach, Moment moment);

  /**
   * The same, locked until the transaction ends. Every change of a centre and of what belongs to it
   * takes this lock first: changes of one centre follow each other, and its events leave in the
   * order of the changes.
   */
  Optional<RegisteredCentre> lock(Finess finess, CentreReach reach);

  /** Whether a number is taken, whoever asks. */
  boolean exists(Finess finess);

  /** The centre that took the place of another, whoever asks. */
  Optional<Finess> successorOf(Finess finess);

  /** Adds a centre, with its first version. */
  void add(RegisteredCentre centre);

  /**
   * Takes a version down and replaces the present entry of a centre.
   *
   * @param known what is taken down
   * @param present what the registry says from now on, which may be the same
   */
  void replace(RegisteredCentre known, RegisteredCentre present);

  /**
   * Every version of a centre, the last known first.
   *
   * @param before the last version seen, null for the first page
   * @param most how many at most
   */
  List<RegisteredCentre> history(Finess finess, @Nullable Long before, int most);

  /**
   * Centres within reach, in the order of their numbers.
   *
   * @param after the last number seen, null for the first page
   * @param most how many at most
   */
  List<RegisteredCentre> list(
      CentreFilter filter, CentreReach reach, @Nullable String after, int most);
}
