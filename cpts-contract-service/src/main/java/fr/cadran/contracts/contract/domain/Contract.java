package fr.cadran.contracts.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ACI contract of a CPTS. Every change gives a new version; what may change when is said by
 * {@link ContractTransition}.
 *
 * @param id identifier
 * @param cpts identifier of the CPTS
 * @param caisse three digits, the CPAM that signs and pays
 * @param version counts the changes from 1
 * @param state where it stands
 * @param round number of the latest offer, from 1: the terms it was created with
 * @param terms of the latest offer; frozen by the third signature
 * @param signatures under these terms
 * @param signedOn first day of the contract, null before the third signature
 * @param started whether a mission has started
 * @param termination under way, upheld or effective; null without one
 * @param endedOn first day on which it no longer ran, null while it runs
 * @param createdAt when it was created
 * @param changedAt when it last changed
 */
public record Contract(
    UUID id,
    UUID cpts,
    String caisse,
    long version,
    ContractState state,
    int round,
    ContractTerms terms,
    Signatures signatures,
    @Nullable LocalDate signedOn,
    boolean started,
    @Nullable TerminationNotice termination,
    @Nullable LocalDate endedOn,
    Instant createdAt,
    Instant changedAt) {

  /** A contract in its first state. */
  public static Contract draft(
      UUID id, UUID cpts, String caisse, ContractTerms terms, Instant now) {
    return new Contract(
        id,
        cpts,
        caisse,
        1,
        ContractState.DRAFT,
        1,
        terms,
        Signatures.NONE,
        null,
        false,
        null,
        null,
        now,
        now);
  }

  /** The exact text that is signed. */
  public CanonicalForm canonical() {
    return terms.canonical(cpts);
  }

  /** The hash that a signature binds to. */
  public String hash() {
    return canonical().hash();
  }

  /** First day of a contract that has been signed. */
  public LocalDate start() {
    return Objects.requireNonNull(signedOn, "not signed");
  }

  /**
   * Other terms. The signatures under the old ones are void.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  public Contract offer(ContractTerms offered, Instant now) {
    return new Contract(
        id,
        cpts,
        caisse,
        version + 1,
        to(ContractEvent.MAKE_OFFER),
        round + 1,
        offered,
        Signatures.NONE,
        null,
        false,
        null,
        null,
        createdAt,
        now);
  }

  /**
   * One more signature; the third makes the contract.
   *
   * @param today first day of a contract whose terms name none
   * @throws RefusedException {@code ALREADY_SIGNED}, {@code HASH_OUT_OF_DATE}, {@code
   *     ILLEGAL_TRANSITION}
   */
  public Contract sign(Signature signature, LocalDate today) {
    Signatures with = signatures.with(signature, hash());
    ContractState to =
        to(with.isComplete() ? ContractEvent.COMPLETE_SIGNATURES : ContractEvent.SIGN);
    LocalDate first = terms.signedOn() == null ? today : terms.signedOn();
    return new Contract(
        id,
        cpts,
        caisse,
        version + 1,
        to,
        round,
        terms,
        with,
        with.isComplete() ? first : null,
        false,
        null,
        null,
        createdAt,
        signature.signedAt());
  }

  /**
   * The parties give up.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  public Contract abandon(Instant now) {
    return moved(ContractEvent.ABANDON, started, termination, endedOn, now);
  }

  /**
   * A mission starts.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  public Contract startMission(Instant now) {
    return moved(ContractEvent.START_MISSION, true, termination, endedOn, now);
  }

  /**
   * An avenant is proposed or signed.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  public Contract amend(Instant now) {
    return moved(ContractEvent.AMEND, started, termination, endedOn, now);
  }

  /**
   * The ARS recognises a health crisis.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}
   */
  public Contract recogniseCrisis(Party by, Instant now) {
    ContractTransition move = ContractTransition.of(state, ContractEvent.RECOGNISE_CRISIS, started);
    if (!move.actor().includes(by)) {
      throw new RefusedException("NOT_FOR_THIS_PARTY", by.name());
    }
    return moved(ContractEvent.RECOGNISE_CRISIS, started, termination, endedOn, now);
  }

  /**
   * A termination whose letter was received.
   *
   * @param noticeMonths between the letter and its effect
   * @param today no letter is received later
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code LETTER_IN_FUTURE}, {@code
   *     LETTER_BEFORE_SIGNATURE}
   */
  public Contract notifyTermination(
      Party by,
      LocalDate receivedOn,
      String reason,
      int noticeMonths,
      LocalDate today,
      Instant now) {
    to(ContractEvent.NOTIFY_TERMINATION);
    if (receivedOn.isAfter(today)) {
      throw new RefusedException("LETTER_IN_FUTURE");
    }
    if (receivedOn.isBefore(start())) {
      throw new RefusedException("LETTER_BEFORE_SIGNATURE");
    }
    return moved(
        ContractEvent.NOTIFY_TERMINATION,
        started,
        new TerminationNotice(
            by, receivedOn, receivedOn.plusMonths(noticeMonths), reason, null, null),
        endedOn,
        now);
  }

  /**
   * The CPTS refers the termination to the commission paritaire locale, which suspends it.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code REFERRAL_TOO_LATE}, {@code
   *     REFERRED_BEFORE}
   */
  public Contract refer(LocalDate on, Instant now) {
    to(ContractEvent.REFER_TERMINATION);
    TerminationNotice notice = notice();
    if (notice.opinion() != null) {
      throw new RefusedException("REFERRED_BEFORE");
    }
    if (!on.isBefore(notice.effectiveOn())) {
      throw new RefusedException("REFERRAL_TOO_LATE");
    }
    return moved(ContractEvent.REFER_TERMINATION, started, notice.referred(on), endedOn, now);
  }

  /**
   * The commission has spoken.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code OPINION_BEFORE_REFERRAL}
   */
  public Contract hear(TerminationNotice.Opinion said, Instant now) {
    ContractEvent event =
        said.verdict() == TerminationNotice.Verdict.UPHELD
            ? ContractEvent.UPHOLD_TERMINATION
            : ContractEvent.LIFT_TERMINATION;
    to(event);
    TerminationNotice notice = notice();
    if (notice.referredOn() != null && said.on().isBefore(notice.referredOn())) {
      throw new RefusedException("OPINION_BEFORE_REFERRAL");
    }
    boolean upheld = event == ContractEvent.UPHOLD_TERMINATION;
    return moved(event, started, upheld ? notice.spoken(said) : null, endedOn, now);
  }

  /** The same contract after a change of what hangs on it, such as the results of a year. */
  public Contract touch(Instant now) {
    return new Contract(
        id,
        cpts,
        caisse,
        version + 1,
        state,
        round,
        terms,
        signatures,
        signedOn,
        started,
        termination,
        endedOn,
        createdAt,
        now);
  }

  /**
   * What falls due by the calendar: the term, or the effect of a termination; this contract when
   * nothing does.
   *
   * @param term first day after the contract when it runs to its term
   * @param today the day
   */
  public Contract elapse(LocalDate term, LocalDate today, Instant now) {
    if (!state.isInForce()) {
      return this;
    }
    boolean terminated =
        state == ContractState.TERMINATION_NOTIFIED && notice().effectiveOn().isBefore(term);
    if (terminated && !today.isBefore(notice().effectiveOn())) {
      return moved(ContractEvent.TAKE_EFFECT, started, termination, notice().effectiveOn(), now);
    }
    return today.isBefore(term)
        ? this
        : moved(ContractEvent.REACH_TERM, started, termination, term, now);
  }

  private TerminationNotice notice() {
    return Objects.requireNonNull(termination, "no termination");
  }

  private ContractState to(ContractEvent event) {
    return ContractTransition.of(state, event, started).to();
  }

  private Contract moved(
      ContractEvent event,
      boolean begun,
      @Nullable TerminationNotice notice,
      @Nullable LocalDate end,
      Instant now) {
    return new Contract(
        id,
        cpts,
        caisse,
        version + 1,
        to(event),
        round,
        terms,
        signatures,
        signedOn,
        begun,
        notice,
        end,
        createdAt,
        now);
  }
}
