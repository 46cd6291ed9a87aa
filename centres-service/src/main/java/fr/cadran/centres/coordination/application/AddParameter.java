package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.coordination.domain.ApplicationRules;
import fr.cadran.centres.coordination.domain.OptionParameter;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which number a text of the option fixes from a day on: the administrator, with the text. */
@ApplicationScoped
public class AddParameter {
  private static final Logger LOG = Logger.getLogger(AddParameter.class);

  private final Parameters parameters;
  private final IdSource ids;
  private final Clock clock;

  AddParameter(Parameters parameters, IdSource ids, Clock clock) {
    this.parameters = parameters;
    this.ids = ids;
    this.clock = clock;
  }

  /** A row as it is wished for; see {@link OptionParameter}. */
  public record Wish(
      OptionParameter.@Nullable Code code,
      @Nullable LocalDate validFrom,
      @Nullable Integer value,
      @Nullable String source) {}

  /**
   * The row.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code INVALID} (422)
   */
  @Transactional
  public OptionParameter add(Caller caller, Wish wish) {
    AccessPolicy.KEEP_OPTION_AMOUNTS.requireEverything(caller);
    Refusals.refuse(
        ApplicationRules.errorsOfParameter(
            wish.code(), wish.validFrom(), wish.value(), wish.source()));
    OptionParameter parameter =
        new OptionParameter(
            Objects.requireNonNull(wish.code()),
            Objects.requireNonNull(wish.validFrom()),
            Objects.requireNonNull(wish.value()),
            Objects.requireNonNull(wish.source()).strip());
    parameters.add(
        ids.next(), parameter, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
    LOG.infof(
        "option parameter added code=%s validFrom=%s", parameter.code(), parameter.validFrom());
    return parameter;
  }
}
