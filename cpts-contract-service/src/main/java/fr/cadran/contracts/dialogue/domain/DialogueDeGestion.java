package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.contract.domain.CanonicalForm;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.Signatures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue de gestion. What is agreed is one exact text; new data void the signatures under the
 * text before.
 *
 * @param contract identifier of the contract
 * @param number from 1 in the contract, in order of creation
 * @param kind what it is about
 * @param state where it stands
 * @param version counts the changes from 1
 * @param contractYear of a yearly one, else null
 * @param due when a yearly one is to be held, else null
 * @param annex of a mission that starts, else null
 * @param terms text of the contract that was signed, of the kind SIGNATURE, else null
 * @param results of a yearly one, null before the first are entered
 * @param resultsVersion 1 up to the first closing, one more with each correction
 * @param correction why a closed year was opened again, null for the first version
 * @param decisions on the values
 * @param signatures under the present text
 * @param closedAt of the latest closing, null before the first
 * @param createdAt when it was created
 * @param changedAt when it last changed
 */
public record DialogueDeGestion(
    UUID contract,
    int number,
    DialogueKind kind,
    DialogueState state,
    long version,
    @Nullable Integer contractYear,
    @Nullable Due due,
    @Nullable MissionAnnex annex,
    @Nullable CanonicalForm terms,
    @Nullable YearResults results,
    int resultsVersion,
    @Nullable String correction,
    List<Decision> decisions,
    Signatures signatures,
    @Nullable Instant closedAt,
    Instant createdAt,
    Instant changedAt) {
  public DialogueDeGestion {
    decisions = List.copyOf(decisions);
  }

  /**
   * When a yearly dialogue is to be held: within some months after the anniversary.
   *
   * @param from the anniversary, before which nothing is closed
   * @param until last day
   */
  public record Due(LocalDate from, LocalDate until) {}

  /** The dialogue held with the signature of the contract. */
  public static DialogueDeGestion atSignature(
      UUID contract, CanonicalForm terms, Signatures signatures, Instant now) {
    return new DialogueDeGestion(
        contract,
        1,
        DialogueKind.SIGNATURE,
        DialogueTransition.of(DialogueState.SCHEDULED, DialogueEvent.HOLD_AT_SIGNATURE, Party.CPTS)
            .to(),
        1,
        null,
        null,
        null,
        terms,
        null,
        1,
        null,
        List.of(),
        signatures,
        now,
        now,
        now);
  }

  /** The dialogue of a contract year to come. */
  public static DialogueDeGestion yearly(
      UUID contract, int number, int contractYear, Due due, Instant now) {
    return new DialogueDeGestion(
        contract,
        number,
        DialogueKind.YEARLY,
        DialogueState.SCHEDULED,
        1,
        contractYear,
        due,
        null,
        null,
        null,
        1,
        null,
        List.of(),
        Signatures.NONE,
        null,
        now,
        now);
  }

  /** The dialogue of a mission that is to start. */
  public static DialogueDeGestion missionStart(
      UUID contract, int number, MissionAnnex annex, Party by, Instant now) {
    return new DialogueDeGestion(
        contract,
        number,
        DialogueKind.MISSION_START,
        DialogueTransition.of(DialogueState.SCHEDULED, DialogueEvent.PROPOSE_ANNEX, by).to(),
        1,
        null,
        null,
        annex,
        null,
        null,
        1,
        null,
        List.of(),
        Signatures.NONE,
        null,
        now,
        now);
  }

  /** The exact text that is signed, empty while there is none. */
  public Optional<CanonicalForm> canonical() {
    return switch (kind) {
      case SIGNATURE -> Optional.ofNullable(terms);
      case MISSION_START -> Optional.of(text("MISSION_ANNEX", requireAnnex().content()));
      case YEARLY ->
          results == null
              ? Optional.empty()
              : Optional.of(text("DIALOGUE_RESULTS", results.content()));
    };
  }

  private CanonicalForm text(String document, Map<String, Object> part) {
    Map<String, Object> content = new HashMap<>(part);
    content.put("document", document);
    content.put("contract", contract.toString());
    content.put("dialogue", number);
    if (contractYear != null) {
      content.put("contractYear", contractYear);
      content.put("resultsVersion", resultsVersion);
    }
    if (correction != null) {
      content.put("correction", correction);
    }
    return CanonicalForm.of(content);
  }

  /** The hash that a signature binds to, empty while there is no text. */
  public Optional<String> hash() {
    return canonical().map(CanonicalForm::hash);
  }

  /** The annex of a mission that starts. */
  public MissionAnnex requireAnnex() {
    return Objects.requireNonNull(annex, "no annex");
  }

  /** The results of a year whose results were entered. */
  public YearResults requireResults() {
    return Objects.requireNonNull(results, "no results");
  }

  /** The contract year of a yearly dialogue. */
  public int requireYear() {
    return Objects.requireNonNull(contractYear, "not yearly");
  }

  /** Whether it should have been held by a day and was not. */
  public boolean isLate(LocalDate today) {
    return due != null && closedAt == null && today.isAfter(due.until());
  }

  /**
   * Another annex in the place of the one before.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  public DialogueDeGestion propose(MissionAnnex other, Party by, Instant now) {
    return next(
        DialogueTransition.of(state, DialogueEvent.PROPOSE_ANNEX, by).to(),
        other,
        null,
        resultsVersion,
        correction,
        List.of(),
        Signatures.NONE,
        closedAt,
        now);
  }

  /**
   * Results in the place of those before. Signatures are void, and so is what was said of a value
   * that changes.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOT_A_YEARLY_DIALOGUE}
   */
  public DialogueDeGestion enter(YearResults entered, Party by, Instant now) {
    requireYearly();
    return next(
        DialogueTransition.of(state, DialogueEvent.ENTER_RESULTS, by).to(),
        annex,
        entered,
        resultsVersion,
        correction,
        decisionsOn(entered),
        Signatures.NONE,
        closedAt,
        now);
  }

  private List<Decision> decisionsOn(YearResults entered) {
    return decisions.stream()
        .filter(one -> results != null && results.value(one.key()).equals(entered.value(one.key())))
        .toList();
  }

  /**
   * The CPTS hands the results over.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOT_A_YEARLY_DIALOGUE}
   */
  public DialogueDeGestion submit(Party by, Instant now) {
    requireYearly();
    return next(
        DialogueTransition.of(state, DialogueEvent.SUBMIT, by).to(),
        annex,
        results,
        resultsVersion,
        correction,
        decisions,
        signatures,
        closedAt,
        now);
  }

  /**
   * CPAM or ARS says what it thinks of a value; the latest word of each counts. The signatures
   * stand: the text is the same.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOTHING_TO_DECIDE}, {@code NOT_A_YEARLY_DIALOGUE}
   */
  public DialogueDeGestion decide(Decision decision) {
    requireYearly();
    DialogueTransition move = DialogueTransition.of(state, DialogueEvent.DECIDE, decision.party());
    if (results == null || results.value(decision.key()).isEmpty()) {
      throw new RefusedException("NOTHING_TO_DECIDE");
    }
    List<Decision> all = new ArrayList<>(decisions);
    all.removeIf(one -> one.key().equals(decision.key()) && one.party() == decision.party());
    all.add(decision);
    return next(
        move.to(),
        annex,
        results,
        resultsVersion,
        correction,
        all,
        signatures,
        closedAt,
        decision.at());
  }

  /**
   * One more signature under the present text.
   *
   * @throws RefusedException {@code ALREADY_SIGNED}, {@code HASH_OUT_OF_DATE}, {@code
   *     RESULTS_MISSING}, {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}
   */
  public DialogueDeGestion sign(Signature signature) {
    if (state == DialogueState.SCHEDULED) {
      throw new RefusedException("RESULTS_MISSING");
    }
    Signatures with =
        signatures.with(
            signature, hash().orElseThrow(() -> new RefusedException("RESULTS_MISSING")));
    DialogueEvent event =
        with.isComplete() ? DialogueEvent.COMPLETE_SIGNATURES : DialogueEvent.SIGN;
    return next(
        DialogueTransition.of(state, event, signature.party()).to(),
        annex,
        results,
        resultsVersion,
        correction,
        decisions,
        with,
        closedAt,
        signature.signedAt());
  }

  /**
   * What was agreed takes effect.
   *
   * @throws RefusedException {@code ALREADY_CLOSED}, {@code ILLEGAL_TRANSITION}
   */
  public DialogueDeGestion close(Party by, Instant now) {
    if (state == DialogueState.CLOSED) {
      throw new RefusedException("ALREADY_CLOSED");
    }
    return next(
        DialogueTransition.of(state, DialogueEvent.CLOSE, by).to(),
        annex,
        results,
        resultsVersion,
        correction,
        decisions,
        signatures,
        now,
        now);
  }

  /**
   * The next version of the results of a closed year, to be agreed on anew.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_A_YEARLY_DIALOGUE}
   */
  public DialogueDeGestion correct(YearResults corrected, String reason, Party by, Instant now) {
    requireYearly();
    return next(
        DialogueTransition.of(state, DialogueEvent.CORRECT, by).to(),
        annex,
        corrected,
        resultsVersion + 1,
        reason,
        decisionsOn(corrected),
        Signatures.NONE,
        closedAt,
        now);
  }

  private void requireYearly() {
    if (kind != DialogueKind.YEARLY) {
      throw new RefusedException("NOT_A_YEARLY_DIALOGUE");
    }
  }

  private DialogueDeGestion next(
      DialogueState to,
      @Nullable MissionAnnex nextAnnex,
      @Nullable YearResults nextResults,
      int nextResultsVersion,
      @Nullable String nextCorrection,
      List<Decision> nextDecisions,
      Signatures nextSignatures,
      @Nullable Instant closed,
      Instant now) {
    return new DialogueDeGestion(
        contract,
        number,
        kind,
        to,
        version + 1,
        contractYear,
        due,
        nextAnnex,
        terms,
        nextResults,
        nextResultsVersion,
        nextCorrection,
        nextDecisions,
        nextSignatures,
        closed,
        createdAt,
        now);
  }
}
