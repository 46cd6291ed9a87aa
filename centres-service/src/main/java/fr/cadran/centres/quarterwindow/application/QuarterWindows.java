package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.centres.quarterwindow.domain.Territory;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the dates of quarters. */
public interface QuarterWindows {
  /**
   * The dates of a quarter for the centres of a place: those of the département, else of the
   * région, else of the country, else of the rule.
   *
   * @param departement INSEE code, null for none
   * @param region INSEE code, null for none
   */
  QuarterWindow of(Quarter quarter, @Nullable String departement, @Nullable String region);

  /** How often the dates of exactly this territory were set, 0 when they never were. */
  long revision(Quarter quarter, Territory territory);

  /** Makes others who set the dates of this territory wait until the transaction ends. */
  void lock(Quarter quarter, Territory territory);

  /** Sets the dates of a territory. */
  void set(QuarterWindow window, Territory territory, long revision, String account);

  /** The other dates of one centre. */
  Optional<CentreDates> exception(Quarter quarter, Finess centre);

  /** Sets the other dates of one centre. */
  void set(CentreDates exception, String account);

  /**
   * The exceptions of a quarter within reach, in the order of the centres.
   *
   * @param after the last number seen, null for the first page
   * @param most how many at most
   */
  List<CentreDates> exceptions(
      Quarter quarter, CentreReach reach, @Nullable String after, int most);
}
