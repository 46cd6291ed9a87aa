package fr.cadran.centres.centre.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A centre in the registry, now or as it was.
 *
 * @param centre the entry
 * @param version 1 when registered, one more with every change
 * @param registeredAt when it was registered
 * @param changedAt when this version became known
 * @param effectiveFrom first day on which the entry holds; it does until another begins to
 * @param successor the centre that took its place in a merger, null without one
 */
public record RegisteredCentre(
    Centre centre,
    long version,
    Instant registeredAt,
    Instant changedAt,
    LocalDate effectiveFrom,
    @Nullable Finess successor) {

  /** From when the first entry of a centre holds whose opening is not known. */
  private static final LocalDate SINCE_EVER = LocalDate.of(1900, 1, 1);

  /**
   * A centre that is new to the registry.
   *
   * @param effectiveFrom null for its opening
   */
  public static RegisteredCentre register(
      Centre centre, @Nullable LocalDate effectiveFrom, Instant now) {
    LocalDate from = effectiveFrom == null ? centre.openedOn() : effectiveFrom;
    return new RegisteredCentre(centre, 1, now, now, from == null ? SINCE_EVER : from, null);
  }

  /**
   * The next version: what the registry says from a day on.
   *
   * @param heir the centre that has taken its place by that day: a correction of the time before a
   *     merger does not know it
   */
  public RegisteredCentre revise(
      Centre revised, @Nullable Finess heir, LocalDate from, Instant now) {
    return new RegisteredCentre(revised, version + 1, registeredAt, now, from, heir);
  }

  /**
   * The next version, in which the centre is closed.
   *
   * @param heir the centre that takes its place, null for a closure without one
   */
  public RegisteredCentre close(
      LocalDate lastDay, @Nullable Finess heir, LocalDate today, Instant now) {
    LocalDate known = lastDay.isAfter(today) ? today : lastDay;
    // Never before what is said now, which would otherwise hold on after the closure.
    LocalDate from = known.isBefore(effectiveFrom) ? effectiveFrom : known;
    return new RegisteredCentre(
        centre.closedOn(lastDay), version + 1, registeredAt, now, from, heir);
  }

  /**
   * What the registry says at present once another version is known: that one, or, when it corrects
   * a past that has been followed by something else, the same as before under the next number.
   */
  public RegisteredCentre present(RegisteredCentre known) {
    return known.effectiveFrom.isBefore(effectiveFrom)
        ? new RegisteredCentre(
            centre, known.version, registeredAt, known.changedAt, effectiveFrom, successor)
        : known;
  }

  /** Whether a day is after its last. */
  public boolean isClosedOn(LocalDate day) {
    LocalDate last = centre.closedOn();
    return last != null && day.isAfter(last);
  }
}
