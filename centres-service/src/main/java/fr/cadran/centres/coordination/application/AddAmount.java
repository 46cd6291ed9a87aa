package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.coordination.domain.MembershipRules;
import fr.cadran.centres.coordination.domain.OptionAmount;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says what the option pays from a day on: the administrator, with the source. */
@ApplicationScoped
public class AddAmount {
  private static final Logger LOG = Logger.getLogger(AddAmount.class);
  private static final int HIGHEST_FTE_DIGITS = 4;

  private final Amounts amounts;
  private final IdSource ids;
  private final Clock clock;

  AddAmount(Amounts amounts, IdSource ids, Clock clock) {
    this.amounts = amounts;
    this.ids = ids;
    this.clock = clock;
  }

  /** A row as it is wished for; see {@link OptionAmount}. */
  public record Wish(
      @Nullable VoletOption volet,
      @Nullable BigDecimal fromFte,
      @Nullable LocalDate validFrom,
      @Nullable BigDecimal amount,
      @Nullable String missingReason,
      @Nullable String source) {}

  /**
   * The row.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code INVALID} (422)
   */
  @Transactional
  public OptionAmount add(Caller caller, Wish wish) {
    AccessPolicy.KEEP_OPTION_AMOUNTS.requireEverything(caller);
    Refusals.refuse(
        MembershipRules.errorsOfAmount(
            wish.volet(),
            wish.fromFte(),
            wish.validFrom(),
            wish.amount(),
            wish.missingReason(),
            wish.source()));
    OptionAmount amount =
        new OptionAmount(
            Objects.requireNonNull(wish.volet()),
            fte(wish.fromFte()),
            Objects.requireNonNull(wish.validFrom()),
            euros(wish.amount()),
            wish.amount() == null ? wish.missingReason() : null,
            Objects.requireNonNull(wish.source()).strip());
    amounts.add(
        ids.next(), amount, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
    LOG.infof("option amount added volet=%s validFrom=%s", amount.volet(), amount.validFrom());
    return amount;
  }

  private static BigDecimal fte(@Nullable BigDecimal fte) {
    if (fte == null) {
      return BigDecimal.ZERO;
    }
    if (fte.scale() > 2 || fte.precision() - fte.scale() > HIGHEST_FTE_DIGITS) {
      throw ProblemException.invalid("/fromFte", "TOO_MANY_DECIMALS");
    }
    return fte;
  }

  private static @Nullable Euros euros(@Nullable BigDecimal amount) {
    try {
      return amount == null ? null : new Euros(amount);
    } catch (InvalidValueException invalid) {
      throw ProblemException.invalid("/amount", invalid.code());
    }
  }
}
