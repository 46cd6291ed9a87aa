package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Reads one centre of the registry, now or as it was. */
@ApplicationScoped
public class ReadCentre {
  private final Centres centres;
  private final Clock clock;

  ReadCentre(Centres centres, Clock clock) {
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * The centre.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when there is none within reach, or there was
   *     none at that moment
   */
  @Transactional
  public RegisteredCentre read(Caller caller, Finess finess, MomentWish wish) {
    Instant now = clock.instant();
    CentreReach reach = AccessPolicy.READ_REGISTRY.of(caller, FrenchDay.of(now));
    return wish.resolve(now)
        .map(moment -> centres.find(finess, reach, moment))
        .orElseGet(() -> centres.find(finess, reach))
        .orElseThrow(ProblemException::notFound);
  }
}
