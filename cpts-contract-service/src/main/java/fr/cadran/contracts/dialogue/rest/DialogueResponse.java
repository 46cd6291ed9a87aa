package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.contract.domain.CanonicalForm;
import fr.cadran.contracts.contract.domain.MissionCalendar;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.Signatures;
import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.dialogue.domain.Decision;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.contracts.dialogue.domain.DialogueState;
import fr.cadran.contracts.dialogue.domain.MissionAnnex;
import fr.cadran.contracts.dialogue.domain.ResultValue;
import fr.cadran.contracts.dialogue.domain.YearIndicators;
import fr.cadran.contracts.dialogue.domain.YearResults;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.PaidRate;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.indicator.domain.ResultReading;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dialogue de gestion. */
@Schema(name = "DialogueDeGestion")
record DialogueResponse(
    @Schema(required = true) UUID contract,
    @Schema(required = true, minimum = "1") int number,
    @Schema(required = true) DialogueKind kind,
    @Schema(required = true) DialogueState state,
    @Schema(required = true, minimum = "1") long version,
    @Nullable Integer contractYear,
    @Nullable LocalDate yearFrom,
    @Nullable LocalDate yearUntil,
    @Schema(description = "À tenir à partir de. — To be held from.") @Nullable LocalDate dueFrom,
    @Schema(description = "À tenir au plus tard. — To be held by.") @Nullable LocalDate dueUntil,
    @Schema(required = true) boolean late,
    @Schema(description = "SHA-256 du texte `canonical`. — SHA-256 of the text `canonical`.")
        @Nullable String hash,
    @Nullable String canonical,
    @Schema(required = true) List<SignatureItem> signatures,
    @Schema(required = true) List<Party> missingSignatures,
    @Nullable AnnexItem mission,
    @Nullable ResultsItem results,
    @Schema(required = true, minimum = "1") int resultsVersion,
    @Nullable String correction,
    @Nullable Instant closedAt,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant changedAt) {

  /** Decimals of a rate that no decimal says exactly. */
  private static final int DECIMALS = 12;

  static DialogueResponse of(DialogueDeGestion dialogue, ContractFacts facts, LocalDate today) {
    Integer year = dialogue.contractYear();
    DialogueDeGestion.Due due = dialogue.due();
    Signatures signatures = dialogue.signatures();
    return new DialogueResponse(
        dialogue.contract(),
        dialogue.number(),
        dialogue.kind(),
        dialogue.state(),
        dialogue.version(),
        year,
        year == null ? null : facts.calendar().start(year),
        year == null ? null : facts.calendar().end(year),
        due == null ? null : due.from(),
        due == null ? null : due.until(),
        dialogue.isLate(today),
        dialogue.hash().orElse(null),
        dialogue.canonical().map(CanonicalForm::text).orElse(null),
        signatures.all().stream()
            .map(one -> new SignatureItem(one.party(), one.hash(), one.signedAt()))
            .toList(),
        Stream.of(Party.values()).filter(party -> !signatures.isBy(party)).toList(),
        AnnexItem.of(dialogue.annex(), facts),
        ResultsItem.of(dialogue, facts),
        dialogue.resultsVersion(),
        dialogue.correction(),
        dialogue.closedAt(),
        dialogue.createdAt(),
        dialogue.changedAt());
  }

  /** A signature. */
  @Schema(name = "DialogueSignature")
  record SignatureItem(
      @Schema(required = true) Party party,
      @Schema(required = true) String hash,
      @Schema(required = true) Instant signedAt) {}

  /** The mission that starts. */
  @Schema(name = "MissionAnnex")
  record AnnexItem(
      @Schema(required = true) FundingLine mission,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) int contractYear,
      @Schema(required = true) boolean snpCompensation,
      @Schema(required = true) boolean snpOrientation,
      @Schema(description = "À démarrer au plus tard. — To start by.") @Nullable LocalDate startBy,
      @Schema(description = "À déployer au plus tard. — To be fully deployed by.")
          @Nullable LocalDate deployedBy,
      @Schema(required = true, description = "Démarrage en retard. — Starts late.") boolean late,
      @Schema(required = true) List<IndicatorRequest> indicators,
      @Schema(
              required = true,
              description =
                  "Questions de qualité sans réponse. — Questions of quality that nobody answered.")
          List<Unanswered> unanswered) {
    private static @Nullable AnnexItem of(@Nullable MissionAnnex annex, ContractFacts facts) {
      if (annex == null) {
        return null;
      }
      MissionCalendar calendar =
          MissionCalendar.of(
              annex.mission(), facts.signedOn(), facts.termsOn(annex.on()).table().parameters());
      return new AnnexItem(
          annex.mission(),
          annex.on(),
          facts.calendar().yearOf(annex.on()),
          annex.snpCompensation(),
          annex.snpOrientation(),
          calendar.startBy(),
          calendar.deployedBy(),
          calendar.isLate(annex.on(), annex.on()),
          annex.indicators().stream().map(IndicatorRequest::of).toList(),
          TermsRules.unansweredOf(annex.indicators(), "/indicators").stream()
              .map(one -> new Unanswered(one.pointer(), one.code()))
              .toList());
    }
  }

  /** A question of quality that nobody answered. */
  @Schema(name = "UnansweredQuestion")
  record Unanswered(
      @Schema(required = true) String pointer, @Schema(required = true) String code) {}

  /** The results of a year. */
  @Schema(name = "YearResults")
  record ResultsItem(
      @Schema(required = true) List<ValueItem> values,
      @Nullable BigDecimal orientationSpent,
      @Schema(required = true, description = "Indicateurs payés sans valeur. — Paid, no value.")
          List<KeyItem> missing,
      @Schema(required = true, description = "Suivis sans valeur. — Followed only, no value.")
          List<KeyItem> unreported) {
    private static @Nullable ResultsItem of(DialogueDeGestion dialogue, ContractFacts facts) {
      if (dialogue.kind() != DialogueKind.YEARLY) {
        return null;
      }
      int year = dialogue.requireYear();
      YearIndicators indicators = YearIndicators.of(facts, year);
      YearResults known = dialogue.results();
      YearResults results = known == null ? new YearResults(List.of(), null) : known;
      Euros spent = results.orientationSpent();
      return new ResultsItem(
          results.values().stream()
              .map(value ->
                  ValueItem.of(
                      value,
                      indicators.byKey().get(value.key()),
                      year,
                      facts,
                      dialogue.decisions()))
              .toList(),
          spent == null ? null : spent.amount(),
          indicators.missing(results).stream().map(KeyItem::of).toList(),
          indicators.unreported(results).stream().map(KeyItem::of).toList());
    }
  }

  /** An indicator of a mission. */
  @Schema(name = "IndicatorKey")
  record KeyItem(
      @Schema(required = true) FundingLine mission, @Schema(required = true) String code) {
    private static KeyItem of(IndicatorKey key) {
      return new KeyItem(key.mission(), key.code());
    }
  }

  /** A value, what is said of it, and what it pays. */
  @Schema(name = "ResultValue")
  record ValueItem(
      @Schema(required = true) FundingLine mission,
      @Schema(required = true) String code,
      @Nullable String label,
      @Nullable BigDecimal value,
      @Nullable Boolean engaged,
      @Nullable BigDecimal agreedRate,
      @Nullable String reason,
      @Schema(required = true) List<EvidenceItem> evidence,
      @Schema(required = true) List<DecisionItem> decisions,
      @Schema(description = "Taux d'atteinte. — Achievement rate.")
          @Nullable BigDecimal achievement,
      @Schema(description = "Taux que le barème paie. — Rate that the scale pays.")
          @Nullable BigDecimal paidRate,
      @Schema(description = "Pourquoi aucun taux. — Why there is no rate.")
          @Nullable String missingReason) {
    private static ValueItem of(
        ResultValue value,
        @Nullable ContractIndicator indicator,
        int year,
        ContractFacts facts,
        List<Decision> decisions) {
      PaidRate rate = rate(value, indicator, year, facts);
      Rational achievement = rate instanceof PaidRate.Known known ? known.achievement() : null;
      Result result = value.result();
      return new ValueItem(
          value.key().mission(),
          value.key().code(),
          indicator == null ? null : indicator.label(),
          result instanceof Result.Measured(Rational measured) ? decimal(measured) : null,
          result instanceof Result.Means(boolean engaged) ? engaged : null,
          result instanceof Result.AgreedRate agreed ? decimal(agreed.rate()) : null,
          result instanceof Result.AgreedRate agreed ? agreed.reason() : null,
          value.evidence().stream()
              .map(one -> new EvidenceItem(one.link(), one.fileHash(), one.label()))
              .toList(),
          decisions.stream()
              .filter(one -> one.key().equals(value.key()))
              .map(one -> new DecisionItem(one.party(), one.verdict(), one.comment(), one.at()))
              .toList(),
          achievement == null ? null : achievement.round(DECIMALS),
          rate instanceof PaidRate.Known known ? known.rate().round(DECIMALS) : null,
          rate instanceof PaidRate.Unknown unknown ? unknown.reason() : null);
    }

    private static PaidRate rate(
        ResultValue value, @Nullable ContractIndicator indicator, int year, ContractFacts facts) {
      if (indicator == null) {
        return new PaidRate.Unknown("NO_INDICATOR");
      }
      ContractFacts.Terms terms = facts.termsOn(facts.calendar().start(year));
      Euros variable = TermsRules.variableOf(value.key().mission(), terms.table(), terms.size());
      return ResultReading.of(
          indicator, year, value.result(), variable == null ? Euros.ZERO : variable);
    }

    private static BigDecimal decimal(Rational exact) {
      return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
    }
  }

  /** A piece of evidence. */
  @Schema(name = "Evidence")
  record EvidenceItem(@Nullable String link, @Nullable String fileHash, @Nullable String label) {}

  /** What a party says of a value. */
  @Schema(name = "ValueDecision")
  record DecisionItem(
      @Schema(required = true) Party party,
      @Schema(required = true) Decision.Verdict decision,
      @Nullable String comment,
      @Schema(required = true) Instant at) {}
}
