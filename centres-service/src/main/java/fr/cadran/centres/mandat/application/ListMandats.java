package fr.cadran.centres.mandat.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the mandats of a centre. */
@ApplicationScoped
public class ListMandats {
  private final Centres centres;
  private final Mandats mandats;
  private final Clock clock;

  ListMandats(Centres centres, Mandats mandats, Clock clock) {
    this.centres = centres;
    this.mandats = mandats;
    this.clock = clock;
  }

  /**
   * A page of mandats, the oldest first.
   *
   * @param after sort key of the last mandat seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<Mandat> list(
      Caller caller, Finess finess, MandatFilter filter, @Nullable List<String> after, int limit) {
    LocalDate today = FrenchDay.of(clock.instant());
    ViewMandats view = ViewMandats.of(centres, caller, finess, today);
    return Page.cut(
        mandats.list(
            finess, view.client(), filter, today, after == null ? null : id(after), limit + 1),
        limit,
        mandat -> List.of(mandat.id().toString()));
  }

  static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
