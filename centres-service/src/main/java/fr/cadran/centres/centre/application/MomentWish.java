package fr.cadran.centres.centre.application;

import fr.cadran.kit.type.FrenchDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says of the two times; null is the present.
 *
 * @param on the day on which something was true
 * @param asOf the instant up to which it was known
 */
public record MomentWish(@Nullable LocalDate on, @Nullable Instant asOf) {
  public static final MomentWish PRESENT = new MomentWish(null, null);

  /** The moment that is meant, empty for the present. */
  Optional<Moment> resolve(Instant now) {
    if (on == null && asOf == null) {
      return Optional.empty();
    }
    Instant known = asOf == null ? now : asOf;
    return Optional.of(new Moment(on == null ? FrenchDay.of(known) : on, known));
  }

  /** The day that filters on openness look at. */
  LocalDate day(Instant now) {
    return resolve(now).map(Moment::on).orElseGet(() -> FrenchDay.of(now));
  }
}
