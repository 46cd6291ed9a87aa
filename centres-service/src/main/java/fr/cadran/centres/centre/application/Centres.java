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
   * The same, locked until the transaction ends. Every change of a centre and of what belongs to it
   * takes this lock first: changes of one centre follow each other, and its events leave in the
   * order of the changes.
   */
  Optional<RegisteredCentre> lock(Finess finess, CentreReach reach);

  /** Whether a number is taken, whoever asks. */
  boolean exists(Finess finess);

  /** Adds a centre. */
  void add(RegisteredCentre centre);

  /** Replaces the entry of a centre. */
  void replace(RegisteredCentre centre);

  /**
   * Centres within reach, in the order of their numbers.
   *
   * @param after the last number seen, null for the first page
   * @param most how many at most
   */
  List<RegisteredCentre> list(
      CentreFilter filter, CentreReach reach, @Nullable String after, int most);
}
