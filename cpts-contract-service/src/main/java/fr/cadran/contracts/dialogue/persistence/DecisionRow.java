package fr.cadran.contracts.dialogue.persistence;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.dialogue.domain.Decision;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a party thinks of a value. */
@Embeddable
record DecisionRow(
    String mission,
    String code,
    String party,
    String verdict,
    @Nullable String comment,
    Instant decidedAt) {

  static DecisionRow of(Decision decision) {
    return new DecisionRow(
        decision.key().mission().name(),
        decision.key().code(),
        decision.party().name(),
        decision.verdict().name(),
        decision.comment(),
        decision.at());
  }

  Decision toDomain() {
    return new Decision(
        new IndicatorKey(FundingLine.valueOf(mission), code),
        Party.valueOf(party),
        Decision.Verdict.valueOf(verdict),
        comment,
        decidedAt);
  }
}
