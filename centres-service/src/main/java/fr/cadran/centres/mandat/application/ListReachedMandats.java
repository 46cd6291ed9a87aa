package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists mandats across centres. An editor finds its own, at the centres that trust it now: the same
 * as it may read one by one.
 */
@ApplicationScoped
public class ListReachedMandats {
  private final Mandats mandats;
  private final Clock clock;

  ListReachedMandats(Mandats mandats, Clock clock) {
    this.mandats = mandats;
    this.clock = clock;
  }

  /**
   * A page of mandats, the oldest first.
   *
   * @param after sort key of the last mandat seen, null for the first page
   * @throws ProblemException {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<Mandat> list(
      Caller caller, MandatFilter filter, @Nullable List<String> after, int limit) {
    LocalDate today = FrenchDay.of(clock.instant());
    return Page.cut(
        mandats.listWithin(
            AccessPolicy.READ_MANDATS.of(caller, today),
            AccessPolicy.READ_OWN_MANDATS.of(caller, today),
            filter,
            after == null ? null : ListMandats.id(after),
            limit + 1),
        limit,
        mandat -> List.of(mandat.id().toString()));
  }
}
