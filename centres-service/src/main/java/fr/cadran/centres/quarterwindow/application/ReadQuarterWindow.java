package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.centres.quarterwindow.domain.Territory;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of a quarter in a place. */
@ApplicationScoped
public class ReadQuarterWindow {
  private final QuarterWindows windows;

  ReadQuarterWindow(QuarterWindows windows) {
    this.windows = windows;
  }

  /**
   * The dates that count, and how often those of exactly this territory were set.
   *
   * @param revision 0 when they never were
   */
  public record Found(QuarterWindow window, long revision) {}

  /** The dates of a quarter for the centres of a département, a région or the country. */
  @Transactional
  public Found read(Quarter quarter, @Nullable String departement, @Nullable String region) {
    return new Found(
        windows.of(quarter, departement, region),
        windows.revision(quarter, Territory.of(departement, region)));
  }
}
