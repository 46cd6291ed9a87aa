package fr.cadran.contracts.contract.messaging;

import fr.cadran.contracts.contract.application.ContractEvents;
import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.events.EventType;
import fr.cadran.events.cpts.AvenantSigned;
import fr.cadran.events.cpts.ContractSigned;
import fr.cadran.events.cpts.ContractStateChanged;
import fr.cadran.events.cpts.IndicatorDirection;
import fr.cadran.events.cpts.IndicatorType;
import fr.cadran.events.cpts.MissionStarted;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to a contract, through the outbox. Key: the CPTS; subject: the contract. */
@ApplicationScoped
class OutboxContractEvents implements ContractEvents {
  private final Outbox outbox;

  OutboxContractEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void stateChanged(
      Contract contract, @Nullable ContractState from, ContractEvent event, LocalDate on) {
    publish(
        EventType.CONTRACT_STATE_CHANGED,
        contract,
        new ContractStateChanged(
            contract.id(),
            contract.cpts(),
            from == null ? null : from.name(),
            contract.state().name(),
            event.name(),
            on,
            contract.version()));
  }

  @Override
  public void signed(Contract contract, ContractFacts facts) {
    ContractFacts.Terms terms = facts.terms().getFirst();
    publish(
        EventType.CONTRACT_SIGNED,
        contract,
        new ContractSigned(
            contract.id(),
            contract.cpts(),
            facts.signedOn(),
            facts.calendar().term(),
            terms.table().code(),
            terms.table().version(),
            terms.size(),
            contract.hash(),
            contract.terms().missions().stream().map(one -> one.mission().name()).toList(),
            contract.version()));
  }

  @Override
  public void avenantSigned(Contract contract, Avenant avenant) {
    publish(
        EventType.AVENANT_SIGNED,
        contract,
        new AvenantSigned(
            contract.id(),
            contract.cpts(),
            avenant.number(),
            avenant.effectiveOn(),
            avenant.hash(),
            avenant.changes().names(),
            contract.version()));
  }

  @Override
  public void missionStarted(
      Contract contract,
      FundingLine mission,
      LocalDate on,
      int contractYear,
      String annexHash,
      List<ContractIndicator> indicators,
      @Nullable Euros variable) {
    publish(
        EventType.MISSION_STARTED,
        contract,
        new MissionStarted(
            contract.id(),
            contract.cpts(),
            mission.name(),
            on,
            contractYear,
            annexHash,
            indicators.stream().map(one -> told(one, variable)).toList(),
            contract.version()));
  }

  private <T> void publish(EventType<T> type, Contract contract, T data) {
    outbox.publish(
        new OutgoingEvent<>(
            type, contract.cpts().toString(), contract.id().toString(), contract.version(), data));
  }

  private static MissionStarted.Indicator told(
      ContractIndicator indicator, @Nullable Euros variable) {
    Map<Integer, BigDecimal> targets = new TreeMap<>();
    indicator.targets().forEach((year, target) -> targets.put(year, decimal(target)));
    Rational baseline = indicator.baseline();
    return new MissionStarted.Indicator(
        indicator.code(),
        indicator.label(),
        IndicatorType.valueOf(indicator.type().name()),
        IndicatorDirection.valueOf(indicator.direction().name()),
        baseline == null ? null : decimal(baseline),
        weight(indicator.weight(), variable),
        targets);
  }

  private static @Nullable String weight(@Nullable Weight weight, @Nullable Euros variable) {
    return switch (weight) {
      case null -> null;
      case Weight.Share(Rational share) -> share.toString();
      case Weight.Amount amount -> variable == null ? null : amount.shareOf(variable).toString();
    };
  }

  private static BigDecimal decimal(Rational exact) {
    return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
  }
}
