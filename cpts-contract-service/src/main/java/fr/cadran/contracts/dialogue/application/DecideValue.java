package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.ContractProblem;
import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.dialogue.domain.Decision;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearResults;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts, questions or refuses a value: CPAM and ARS do. */
@ApplicationScoped
public class DecideValue {
  private final LockContract lockContract;
  private final Dialogues dialogues;
  private final Clock clock;

  DecideValue(LockContract lockContract, Dialogues dialogues, Clock clock) {
    this.lockContract = lockContract;
    this.dialogues = dialogues;
    this.clock = clock;
  }

  /**
   * The dialogue with the decision.
   *
   * @param mission null when only one value has this code
   * @throws ProblemException {@code NOT_FOUND} (404), {@code COMMENT_MISSING}, {@code INVALID}
   *     (422)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOTHING_TO_DECIDE}, {@code NOT_A_YEARLY_DIALOGUE}
   */
  @Transactional
  public DialogueDeGestion decide(
      Caller caller,
      UUID contract,
      int number,
      String code,
      @Nullable FundingLine mission,
      Decision.Verdict verdict,
      @Nullable String comment,
      Precondition<DialogueDeGestion> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, contract);
    DialogueDeGestion before =
        dialogues.find(contract, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    if (verdict != Decision.Verdict.ACCEPTED && (comment == null || comment.isBlank())) {
      throw ProblemException.of(ContractProblem.COMMENT_MISSING);
    }
    DialogueDeGestion after =
        before.decide(
            new Decision(key(before, code, mission), locked.party(), verdict, comment, now));
    dialogues.replace(after);
    return after;
  }

  private static IndicatorKey key(
      DialogueDeGestion dialogue, String code, @Nullable FundingLine mission) {
    YearResults results = dialogue.results();
    List<IndicatorKey> keys =
        results == null
            ? List.of()
            : results.values().stream()
                .map(value -> value.key())
                .filter(key -> key.code().equals(code))
                .filter(key -> mission == null || key.mission() == mission)
                .toList();
    if (keys.size() > 1) {
      throw ProblemException.invalid("/mission", "VALUE_AMBIGUOUS");
    }
    return keys.isEmpty() ? new IndicatorKey(FundingLine.FONCTIONNEMENT, code) : keys.getFirst();
  }
}
