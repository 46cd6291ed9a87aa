package fr.cadran.centres.programme.domain;

import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency decides about a programme as a whole.
 *
 * @param name name in use, for example {@code ARS IdF 2013}
 * @param region INSEE code of the région whose agency runs it
 * @param leviers those it follows, in its order
 * @param baselineQuarter the quarter against which results are judged
 * @param startsOn first day
 * @param endsOn last day, null while it has no end
 * @param fictional whether it is for demonstration and describes no real centre
 */
public record ProgrammeOutline(
    String name,
    String region,
    List<LevierCode> leviers,
    Quarter baselineQuarter,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    boolean fictional) {
  public ProgrammeOutline {
    leviers = List.copyOf(leviers);
  }

  /** Whether a day lies between the first and the last. */
  boolean covers(LocalDate day) {
    return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
  }
}
