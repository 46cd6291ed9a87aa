package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.AfterSignature;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.payment.domain.ContractFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Opens the dialogues of a contract that has just been signed: the one held with the signature, and
 * one for each contract year.
 */
@ApplicationScoped
public class OpenDialogues implements AfterSignature {
  private final Dialogues dialogues;

  OpenDialogues(Dialogues dialogues) {
    this.dialogues = dialogues;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void opened(Contract contract, ContractFacts facts) {
    Instant now = contract.changedAt();
    dialogues.add(
        DialogueDeGestion.atSignature(
            contract.id(), contract.canonical(), contract.signatures(), now));
    int months = facts.terms().getFirst().table().parameters().count(RuleName.DIALOGUE_MONTHS);
    for (int year = 1; year <= facts.calendar().years(); year++) {
      LocalDate anniversary = facts.calendar().end(year);
      dialogues.add(
          DialogueDeGestion.yearly(
              contract.id(),
              year + 1,
              year,
              new DialogueDeGestion.Due(anniversary, anniversary.plusMonths(months)),
              now));
    }
  }
}
