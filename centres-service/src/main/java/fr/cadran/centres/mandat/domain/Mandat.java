package fr.cadran.centres.mandat.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right that a centre gives to a software client to act for it.
 *
 * @param id identifier
 * @param centre FINESS number of the centre
 * @param clientId OAuth client of the editor
 * @param scopes what it may do, at least one
 * @param validFrom first day, in Europe/Paris
 * @param validUntil last day, included, in Europe/Paris
 * @param givenAt when it was given
 * @param givenBy account that gave it, null when that was before accounts were kept
 * @param revokedAt when it was taken back, null while it was not
 * @param revokedBy account that took it back, null as well when that was before accounts were kept
 */
public record Mandat(
    UUID id,
    Finess centre,
    String clientId,
    Set<MandatScope> scopes,
    LocalDate validFrom,
    LocalDate validUntil,
    Instant givenAt,
    @Nullable String givenBy,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {
  public Mandat {
    scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
  }

  public MandatState stateAt(Instant instant) {
    if (revokedAt != null && !instant.isBefore(revokedAt)) {
      return MandatState.REVOKED;
    }
    LocalDate day = FrenchDay.of(instant);
    if (day.isBefore(validFrom)) {
      return MandatState.PENDING;
    }
    return day.isAfter(validUntil) ? MandatState.EXPIRED : MandatState.ACTIVE;
  }

  /** Whether the client may use a scope for the centre at an instant. */
  public boolean allows(MandatScope wanted, Instant instant) {
    return stateAt(instant) == MandatState.ACTIVE
        && scopes.stream().anyMatch(scope -> scope.implies(wanted));
  }

  /**
   * The mandat taken back.
   *
   * @param by account that takes it back
   * @throws MandatAlreadyRevokedException when it was before
   */
  public Mandat revoke(Instant now, String by) {
    if (revokedAt != null) {
      throw new MandatAlreadyRevokedException();
    }
    return new Mandat(
        id, centre, clientId, scopes, validFrom, validUntil, givenAt, givenBy, now, by);
  }
}
