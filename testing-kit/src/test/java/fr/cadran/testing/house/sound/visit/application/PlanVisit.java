package fr.cadran.testing.house.sound.visit.application;

import fr.cadran.testing.house.sound.visit.domain.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;

@ApplicationScoped
public class PlanVisit {
  private static final Logger LOG = Logger.getLogger(PlanVisit.class);

  private final Visits visits;
  private final Clock clock;

  PlanVisit(Visits visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  /** Plans a visit for today. */
  @Transactional
  public Visit plan(String centre) {
    Visit visit = new Visit(centre, LocalDate.now(clock));
    visits.keep(visit);
    LOG.infof("visit planned centre=%s", centre);
    return visit;
  }
}
