package fr.cadran.contracts.dialogue.messaging;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.dialogue.application.DialogueEvents;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearReading;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.PaidRate;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.events.EventType;
import fr.cadran.events.cpts.DialogueResultsSubmitted;
import fr.cadran.events.cpts.IndicatorDirection;
import fr.cadran.events.cpts.IndicatorType;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results of a dialogue, through the outbox. */
@ApplicationScoped
class OutboxDialogueEvents implements DialogueEvents {
  /** Decimals of a rate that no decimal says exactly. */
  private static final int DECIMALS = 12;

  private final Outbox outbox;

  OutboxDialogueEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void resultsSubmitted(
      Contract contract, DialogueDeGestion closed, ContractFacts facts, YearReading reading) {
    int year = closed.requireYear();
    outbox.publish(
        new OutgoingEvent<>(
            EventType.DIALOGUE_RESULTS_SUBMITTED,
            contract.cpts().toString(),
            contract.id().toString(),
            contract.version(),
            new DialogueResultsSubmitted(
                contract.id(),
                contract.cpts(),
                closed.number(),
                year,
                facts.calendar().start(year),
                facts.calendar().end(year),
                closed.resultsVersion(),
                Objects.requireNonNull(closed.closedAt()),
                closed.hash().orElseThrow(),
                reading.missions().stream()
                    .map(mission ->
                        new DialogueResultsSubmitted.MissionResults(
                            mission.mission().name(),
                            mission.envelope().amount(),
                            mission.paid().amount(),
                            mission.indicators().stream().map(one -> told(one, year)).toList()))
                    .toList(),
                contract.version())));
  }

  private static DialogueResultsSubmitted.IndicatorResult told(
      YearReading.Indicator read, int year) {
    ContractIndicator indicator = read.indicator();
    BigDecimal value = value(read.result());
    Rational share = read.share();
    Euros amount = read.amount();
    PaidRate.Known known = read.rate() instanceof PaidRate.Known one ? one : null;
    Rational achievement = known == null ? null : known.achievement();
    return new DialogueResultsSubmitted.IndicatorResult(
        indicator.code(),
        indicator.label(),
        IndicatorType.valueOf(indicator.type().name()),
        indicator.sheet().unit(),
        IndicatorDirection.valueOf(indicator.direction().name()),
        decimal(indicator.baseline()),
        decimal(indicator.targets().get(year)),
        value,
        value == null ? reason(read.result()) : null,
        achievement == null ? null : achievement.round(DECIMALS),
        known == null || share == null ? null : known.rate().round(DECIMALS),
        share == null ? null : share.toString(),
        amount == null ? null : amount.amount());
  }

  private static @Nullable BigDecimal value(@Nullable Result result) {
    return switch (result) {
      case null -> null;
      case Result.Measured(Rational value) -> decimal(value);
      case Result.Means(boolean engaged) -> engaged ? BigDecimal.ONE : BigDecimal.ZERO;
      case Result.AgreedRate rate -> null;
    };
  }

  private static String reason(@Nullable Result result) {
    return result instanceof Result.AgreedRate ? "RATE_AGREED" : "VALUE_MISSING";
  }

  private static @Nullable BigDecimal decimal(@Nullable Rational exact) {
    return exact == null
        ? null
        : new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
  }
}
