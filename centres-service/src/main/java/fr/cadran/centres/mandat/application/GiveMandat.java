package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatRules;
import fr.cadran.centres.mandat.domain.MandatScope;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets a software editor act for a centre: its manager decides. */
@ApplicationScoped
public class GiveMandat {
  private static final Logger LOG = Logger.getLogger(GiveMandat.class);

  private final Centres centres;
  private final Mandats mandats;
  private final MandatEvents events;
  private final IdSource ids;
  private final Clock clock;

  GiveMandat(Centres centres, Mandats mandats, MandatEvents events, IdSource ids, Clock clock) {
    this.centres = centres;
    this.mandats = mandats;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A mandat as it is asked for.
   *
   * @param clientId OAuth client of the editor
   * @param scopes tokens of what it may do
   * @param validFrom first day, null for today
   * @param validUntil last day, included
   */
  public record Wish(
      @Nullable String clientId,
      @Nullable List<String> scopes,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  /**
   * The mandat that was given.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422)
   */
  @Transactional
  public Mandat give(Caller caller, Finess finess, Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.GIVE_MANDATS.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    LocalDate validFrom = wish.validFrom() == null ? today : wish.validFrom();
    Refusals.refuse(
        MandatRules.errorsOf(wish.clientId(), wish.scopes(), validFrom, wish.validUntil(), today));
    Mandat mandat =
        new Mandat(
            ids.next(),
            finess,
            Objects.requireNonNull(wish.clientId()),
            Objects.requireNonNull(wish.scopes()).stream()
                .map(token -> MandatScope.of(token).orElseThrow())
                .collect(Collectors.toSet()),
            validFrom,
            Objects.requireNonNull(wish.validUntil()),
            now,
            caller.subject(),
            null,
            null);
    mandats.add(mandat);
    events.changed(finess, mandats.nextListVersion(finess), mandats.all(finess));
    LOG.infof("mandat given finess=%s mandat=%s", finess, mandat.id());
    return mandat;
  }
}
