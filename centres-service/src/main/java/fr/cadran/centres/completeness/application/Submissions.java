package fr.cadran.centres.completeness.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.completeness.domain.Completeness;
import fr.cadran.centres.completeness.domain.MissingCentre;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: which centres submitted which quarters. */
public interface Submissions {
  /** The counts of the centres within reach. */
  Completeness count(CompletenessFilter filter, CentreReach reach);

  /**
   * The centres within reach that have not submitted, in the order of their numbers.
   *
   * @param after the last number seen, null for the first page
   * @param most how many at most
   */
  List<MissingCentre> missing(
      CompletenessFilter filter, CentreReach reach, @Nullable String after, int most);
}
