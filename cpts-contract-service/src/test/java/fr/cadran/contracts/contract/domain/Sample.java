package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract in every state, reached by the moves themselves. */
final class Sample {
  static final UUID ID = UUID.fromString("019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90");
  static final UUID CPTS = UUID.fromString("5ecad2a0-0000-4000-8000-000000000093");
  static final Instant NOW = Instant.parse("2022-03-01T10:00:00Z");
  static final LocalDate DAY = LocalDate.of(2022, 3, 1);

  private Sample() {}

  static ContractTerms terms(int size, @Nullable LocalDate signedOn) {
    return new ContractTerms(
        "ACI-2019",
        1,
        size,
        46_000,
        List.of("93027"),
        List.of(new PlannedMission(FundingLine.ACCES_SOINS, null, false, false, List.of())),
        signedOn);
  }

  static Contract draft() {
    return Contract.draft(ID, CPTS, "931", terms(2, DAY), NOW);
  }

  static Signature signature(Party party, String hash) {
    return new Signature(party, hash, "subject", "client", NOW);
  }

  static Contract sign(Contract contract, Party party) {
    return contract.sign(signature(party, contract.hash()), DAY);
  }

  static Contract signed() {
    return sign(sign(sign(draft(), Party.CPTS), Party.CPAM), Party.ARS);
  }

  static Contract notified(Contract contract) {
    return contract.notifyTermination(Party.ARS, DAY.plusDays(10), "why", 2, DAY.plusDays(10), NOW);
  }

  /** A contract in each state. */
  static Map<ContractState, Contract> inEveryState() {
    Contract active = signed().startMission(NOW);
    Contract suspended = notified(active).refer(DAY.plusDays(20), NOW);
    return Stream.of(
            draft(),
            draft().offer(terms(2, DAY), NOW),
            signed(),
            active,
            notified(active),
            suspended,
            notified(active).elapse(DAY.plusYears(5), DAY.plusYears(1), NOW),
            active.elapse(DAY.plusYears(5), DAY.plusYears(5), NOW),
            draft().abandon(NOW))
        .collect(Collectors.toMap(Contract::state, one -> one));
  }
}
