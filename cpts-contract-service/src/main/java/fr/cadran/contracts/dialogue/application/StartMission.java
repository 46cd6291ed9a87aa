package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.Contracts;
import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.ContractTransition;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.TermsInForce;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.contracts.dialogue.domain.DialogueState;
import fr.cadran.contracts.dialogue.domain.MissionAnnex;
import fr.cadran.contracts.dialogue.domain.MissionStartRules;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the start of a mission with its indicators: a dialogue whose third signature starts it.
 * Proposed again, the annex replaces the one before and voids its signatures.
 */
@ApplicationScoped
public class StartMission {
  private final LockContract lockContract;
  private final Contracts contracts;
  private final Dialogues dialogues;
  private final ContractLedger ledger;
  private final Clock clock;

  StartMission(
      LockContract lockContract,
      Contracts contracts,
      Dialogues dialogues,
      ContractLedger ledger,
      Clock clock) {
    this.lockContract = lockContract;
    this.contracts = contracts;
    this.dialogues = dialogues;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A start as it is asked for.
   *
   * @param mission which
   * @param on first day
   * @param indicators null for those under negotiation in the contract
   * @param snpCompensation null for what the contract says
   * @param snpOrientation null for what the contract says
   */
  public record Wish(
      FundingLine mission,
      LocalDate on,
      @Nullable List<ContractIndicator> indicators,
      @Nullable Boolean snpCompensation,
      @Nullable Boolean snpOrientation) {}

  /**
   * The dialogue that holds the annex.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422) with every fault of the
   *     indicators
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, or why the mission cannot start
   */
  @Transactional
  public DialogueDeGestion start(
      Caller caller, UUID id, Wish wish, Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract contract = locked.contract();
    precondition.check(contract);
    ContractTransition.of(contract.state(), ContractEvent.START_MISSION, contract.started());
    ContractFacts facts = ledger.facts(id);
    ContractTerms terms = TermsInForce.on(wish.on(), contract.terms(), contracts.avenants(id));
    MissionAnnex annex = annex(wish, terms.mission(wish.mission()).orElse(null));
    MissionStartRules.check(annex, terms, facts);
    Refusals.refuse(MissionStartRules.errorsOf(annex, facts));
    List<DialogueDeGestion> all = dialogues.list(id);
    for (DialogueDeGestion known : all) {
      if (isOpenStartOf(known, wish.mission())) {
        DialogueDeGestion again = known.propose(annex, locked.party(), now);
        dialogues.replace(again);
        return again;
      }
    }
    DialogueDeGestion dialogue =
        DialogueDeGestion.missionStart(id, all.size() + 1, annex, locked.party(), now);
    dialogues.add(dialogue);
    return dialogue;
  }

  private static boolean isOpenStartOf(DialogueDeGestion dialogue, FundingLine mission) {
    return dialogue.kind() == DialogueKind.MISSION_START
        && dialogue.state() != DialogueState.CLOSED
        && dialogue.requireAnnex().mission() == mission;
  }

  private static MissionAnnex annex(Wish wish, @Nullable PlannedMission planned) {
    List<ContractIndicator> asked = wish.indicators();
    Boolean compensation = wish.snpCompensation();
    Boolean orientation = wish.snpOrientation();
    return new MissionAnnex(
        wish.mission(),
        wish.on(),
        compensation == null ? planned != null && planned.snpCompensation() : compensation,
        orientation == null ? planned != null && planned.snpOrientation() : orientation,
        asked == null ? planned == null ? List.of() : planned.indicators() : asked);
  }
}
