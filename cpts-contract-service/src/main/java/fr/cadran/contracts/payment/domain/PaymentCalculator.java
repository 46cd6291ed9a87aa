package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engine: which lines the facts of a contract make due, given the lines that stand already.
 * Advances follow the calendar; balances and variable parts follow the closing of the dialogue;
 * every later difference is a signed line against all earlier ones. So, once a year is settled, the
 * lines of each of its envelopes add up to the entitlement, to the cent.
 */
public final class PaymentCalculator {
  private final ContractFacts facts;
  private final ContractCalendar calendar;
  private final TreeMap<EnvelopeKey, Envelope> envelopes = new TreeMap<>();

  /** An engine for these facts. */
  public PaymentCalculator(ContractFacts facts) {
    this.facts = facts;
    this.calendar = facts.calendar();
    for (int year = 1; year <= calendar.years(); year++) {
      add(new EnvelopeKey(year, FundingLine.FONCTIONNEMENT, Volet.FONCTIONNEMENT), null);
      for (ContractFacts.StartedMission mission : facts.missions()) {
        if (mission.startedOn().isBefore(calendar.end(year))) {
          addVolets(mission, year);
        }
      }
    }
  }

  private void add(EnvelopeKey key, ContractFacts.@Nullable StartedMission mission) {
    envelopes.put(key, new Envelope(facts, key, mission));
  }

  private void addVolets(ContractFacts.StartedMission mission, int year) {
    LocalDate start = calendar.start(year);
    boolean prorated =
        facts.termsOn(start).table().parameters().is(RuleName.SIZE_CHANGE, "PRORATED");
    LocalDate last = prorated ? calendar.end(year).minusDays(1) : start;
    for (Volet volet : Volet.values()) {
      boolean chosen =
          switch (volet) {
            case FONCTIONNEMENT -> false;
            case SNP_COMPENSATION -> mission.snpCompensation();
            case SNP_ORIENTATION -> mission.snpOrientation();
            case FIXE, VARIABLE, CRISE -> true;
          };
      if (chosen && isFundedUpTo(last, mission.mission(), volet)) {
        add(new EnvelopeKey(year, mission.mission(), volet), mission);
      }
    }
  }

  private boolean isFundedUpTo(LocalDate last, FundingLine mission, Volet volet) {
    for (ContractFacts.Terms terms : facts.terms()) {
      if (!terms.from().isAfter(last)
          && terms.table().amount(mission, volet, terms.size()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lines that are due by a day and not written yet, in the order in which they are written.
   *
   * @param earlier every line that stands in the ledger
   * @param upTo day up to which the calendar has run
   * @throws AmountUnknownException when a table does not fund what runs
   */
  public List<LedgerLine> due(List<LedgerLine> earlier, LocalDate upTo) {
    Map<EnvelopeKey, Account> accounts = new HashMap<>();
    for (LedgerLine line : earlier) {
      accounts.computeIfAbsent(line.envelope(), key -> new Account()).add(line);
    }
    List<LedgerLine> written = new ArrayList<>();
    for (Envelope envelope : envelopes.values()) {
      Account account = accounts.computeIfAbsent(envelope.key(), key -> new Account());
      int before = account.lines.size();
      ahead(envelope, account, upTo);
      cut(envelope, account, upTo);
      settle(envelope, account, upTo);
      written.addAll(account.lines.subList(before, account.lines.size()));
    }
    written.sort(LedgerLine.ORDER);
    return written;
  }

  /** The envelopes of closed years that cannot be settled, and why. */
  public List<OpenEnvelope> open() {
    List<OpenEnvelope> open = new ArrayList<>();
    for (Envelope envelope : envelopes.values()) {
      if (isClosed(envelope)
          && isDue(envelope)
          && envelope.entitlement() instanceof Envelope.Outcome.Open(String why, var codes)) {
        open.add(new OpenEnvelope(envelope.key(), why, codes));
      }
    }
    return open;
  }

  /**
   * The exact entitlement of every envelope of a closed year that can be said.
   *
   * @return by envelope, in order
   */
  public Map<EnvelopeKey, Rational> entitlements() {
    TreeMap<EnvelopeKey, Rational> exact = new TreeMap<>();
    for (Envelope envelope : envelopes.values()) {
      if (isClosed(envelope)
          && isDue(envelope)
          && envelope.entitlement() instanceof Envelope.Outcome.Known(Envelope.Sum sum)) {
        exact.put(envelope.key(), sum.exact());
      }
    }
    return exact;
  }

  /** The first day after this one on which the calendar alone makes a line due. */
  public Optional<LocalDate> nextDueAfter(LocalDate day) {
    return envelopes.values().stream()
        .flatMap(envelope ->
            Stream.of(
                aheadOn(envelope), envelope.isCut() || isClosed(envelope) ? envelope.end() : null))
        .filter(due -> due != null && due.isAfter(day))
        .min(LocalDate::compareTo);
  }

  // ---- Paid ahead

  private void ahead(Envelope envelope, Account account, LocalDate upTo) {
    LocalDate dueOn = aheadOn(envelope);
    if (dueOn == null || dueOn.isAfter(upTo) || !account.lines.isEmpty()) {
      return;
    }
    boolean atOnce = isAtOnce(envelope);
    Envelope.Sum sum = envelope.ahead(dueOn, atOnce, calendar.end(envelope.key().contractYear()));
    Euros amount = Euros.round(sum.exact());
    account.add(
        new LedgerLine(
            envelope.key(),
            atOnce ? PaymentKind.FULL : PaymentKind.ADVANCE,
            Milestone.AHEAD,
            dueOn,
            amount,
            new Explanation(
                aheadRule(envelope.key().volet(), atOnce),
                sum.formula(),
                sum.substituted(),
                withReason(sum.parameters(), envelope, atOnce),
                null,
                List.of(),
                List.of(),
                sum.exact(),
                amount)));
  }

  /** The day on which an envelope is first paid, null when nothing of it is paid ahead. */
  private @Nullable LocalDate aheadOn(Envelope envelope) {
    if (!isDue(envelope)) {
      return null;
    }
    return switch (envelope.key().volet()) {
      case FONCTIONNEMENT, FIXE -> envelope.begin();
      case SNP_COMPENSATION, SNP_ORIENTATION ->
          envelope.parameters().is(RuleName.SNP_SCHEDULE, "LIKE_FIXE") ? envelope.begin() : null;
      case CRISE ->
          envelope.parameters().is(RuleName.CRISIS_SCHEDULE, "LIKE_FIXE")
              ? envelope.recognisedOn()
              : null;
      case VARIABLE -> null;
    };
  }

  /** Running costs are paid whole at the signature, and while no mission has started. */
  private boolean isAtOnce(Envelope envelope) {
    if (envelope.key().volet() != Volet.FONCTIONNEMENT) {
      return false;
    }
    return envelope.key().contractYear() == 1 || isWithoutMission(envelope);
  }

  private boolean isWithoutMission(Envelope envelope) {
    return envelope.parameters().is(RuleName.RUNNING_COSTS_WITHOUT_MISSION, "FULL")
        && facts.missions().stream()
            .noneMatch(mission -> !mission.startedOn().isAfter(envelope.begin()));
  }

  private static List<Explanation.ParameterRead> withReason(
      List<Explanation.ParameterRead> read, Envelope envelope, boolean atOnce) {
    RuleName reason =
        switch (envelope.key().volet()) {
          case FONCTIONNEMENT ->
              atOnce && envelope.key().contractYear() > 1
                  ? RuleName.RUNNING_COSTS_WITHOUT_MISSION
                  : null;
          case SNP_COMPENSATION, SNP_ORIENTATION -> RuleName.SNP_SCHEDULE;
          case CRISE -> RuleName.CRISIS_SCHEDULE;
          case FIXE, VARIABLE -> null;
        };
    if (reason == null) {
      return read;
    }
    List<Explanation.ParameterRead> all = new ArrayList<>(read);
    all.add(Envelope.read(envelope.parameters().get(reason)));
    return all;
  }

  private static PaymentRule aheadRule(Volet volet, boolean atOnce) {
    return switch (volet) {
      case FONCTIONNEMENT ->
          atOnce ? PaymentRule.FONCTIONNEMENT_ENTIER : PaymentRule.FONCTIONNEMENT_AVANCE;
      case FIXE, VARIABLE -> PaymentRule.FIXE_AVANCE;
      case SNP_COMPENSATION, SNP_ORIENTATION -> PaymentRule.SNP_AVANCE;
      case CRISE -> PaymentRule.CRISE_AVANCE;
    };
  }

  // ---- Ended before its time

  /** Takes back what was paid ahead for the time that will not be run. */
  private void cut(Envelope envelope, Account account, LocalDate upTo) {
    LedgerLine ahead = account.at(Milestone.AHEAD);
    if (ahead == null
        || !envelope.isCut()
        || envelope.end().isAfter(upTo)
        || account.at(Milestone.CUT) != null
        || account.at(Milestone.SETTLEMENT) != null) {
      return;
    }
    Envelope.Sum left =
        envelope.ahead(ahead.dueOn(), ahead.kind() == PaymentKind.FULL, envelope.end());
    boolean due = isDue(envelope);
    Rational target = due ? left.exact() : Rational.ZERO;
    Euros amount = Euros.round(target).minus(account.paid);
    if (amount.signum() == 0) {
      return;
    }
    account.add(
        new LedgerLine(
            envelope.key(),
            amount.signum() < 0 ? PaymentKind.RECOVERY : PaymentKind.CORRECTION,
            Milestone.CUT,
            envelope.end().isBefore(ahead.dueOn()) ? ahead.dueOn() : envelope.end(),
            amount,
            new Explanation(
                PaymentRule.REPRISE_FIN_ANTICIPEE,
                "(" + left.formula() + ") − déjà versé",
                "(" + (due ? left.substituted() : "0") + ") − " + account.paid,
                left.parameters(),
                null,
                List.of(),
                account.earlier(),
                target.minus(account.paid.toRational()),
                amount)));
  }

  // ---- Settled

  private void settle(Envelope envelope, Account account, LocalDate upTo) {
    ContractFacts.Closing closing = facts.closings().get(envelope.key().contractYear());
    if (closing == null || (!isDue(envelope) && account.lines.isEmpty())) {
      return;
    }
    LocalDate dueOn =
        closing.closedOn().isAfter(envelope.end()) ? closing.closedOn() : envelope.end();
    if (account.at(Milestone.SETTLEMENT) == null && dueOn.isAfter(upTo)) {
      return;
    }
    Envelope.Sum sum;
    if (!isDue(envelope)) {
      sum = new Envelope.Sum(Rational.ZERO, "0", "0", List.of(), List.of());
    } else if (envelope.entitlement() instanceof Envelope.Outcome.Known(Envelope.Sum known)) {
      sum = known;
    } else {
      return;
    }
    Euros entitled = Euros.round(sum.exact());
    Euros amount = entitled.minus(account.paid);
    boolean again = account.at(Milestone.SETTLEMENT) != null;
    if (amount.signum() == 0 && (again || account.isPaidWhole())) {
      return;
    }
    PaymentKind kind = settlementKind(account, amount, again);
    account.add(
        new LedgerLine(
            envelope.key(),
            kind,
            again ? Milestone.CORRECTION : Milestone.SETTLEMENT,
            again ? upTo : dueOn,
            amount,
            settlement(envelope, account, sum, entitled, amount, again)));
  }

  private static PaymentKind settlementKind(Account account, Euros amount, boolean again) {
    if (again) {
      return PaymentKind.CORRECTION;
    }
    if (amount.signum() < 0) {
      return PaymentKind.RECOVERY;
    }
    return account.lines.isEmpty() ? PaymentKind.FULL : PaymentKind.BALANCE;
  }

  private static Explanation settlement(
      Envelope envelope,
      Account account,
      Envelope.Sum sum,
      Euros entitled,
      Euros amount,
      boolean again) {
    boolean first = account.lines.isEmpty();
    return new Explanation(
        again ? PaymentRule.CORRECTION_ANNEE_CLOSE : settlementRule(envelope.key().volet()),
        first ? sum.formula() : "arrondi(" + sum.formula() + ") − déjà versé",
        first
            ? sum.substituted()
            : "arrondi("
                + sum.substituted()
                + ") − "
                + account.paid
                + " = "
                + entitled
                + " − "
                + account.paid,
        sum.parameters(),
        sum.exact(),
        shareOut(entitled, sum.parts()),
        account.earlier(),
        sum.exact().minus(account.paid.toRational()),
        amount);
  }

  private static PaymentRule settlementRule(Volet volet) {
    return switch (volet) {
      case FONCTIONNEMENT -> PaymentRule.FONCTIONNEMENT_SOLDE;
      case FIXE -> PaymentRule.FIXE_SOLDE;
      case VARIABLE -> PaymentRule.VARIABLE_RESULTATS;
      case SNP_COMPENSATION, SNP_ORIENTATION -> PaymentRule.SNP_SOLDE;
      case CRISE -> PaymentRule.CRISE_SOLDE;
    };
  }

  private static List<Explanation.Part> shareOut(Euros whole, List<Explanation.Part> parts) {
    List<Euros> cents =
        CentSplit.split(
            whole,
            parts.isEmpty() ? List.of() : parts.stream().map(Explanation.Part::unrounded).toList());
    List<Explanation.Part> shared = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      shared.add(parts.get(i).in(cents.get(i)));
    }
    return shared;
  }

  private boolean isClosed(Envelope envelope) {
    return facts.closings().containsKey(envelope.key().contractYear());
  }

  /** Whether anything can be owed: it runs and is funded, and a crisis amount has its crisis. */
  private static boolean isDue(Envelope envelope) {
    return envelope.isFunded()
        && (envelope.key().volet() != Volet.CRISE || envelope.recognisedOn() != null);
  }

  /** What stands of one envelope. */
  private static final class Account {
    private final List<LedgerLine> lines = new ArrayList<>();
    private Euros paid = Euros.ZERO;

    private void add(LedgerLine line) {
      lines.add(line);
      paid = paid.plus(line.amount());
    }

    private @Nullable LedgerLine at(Milestone milestone) {
      for (LedgerLine line : lines) {
        if (line.milestone() == milestone) {
          return line;
        }
      }
      return null;
    }

    private boolean isPaidWhole() {
      LedgerLine ahead = at(Milestone.AHEAD);
      return ahead != null && ahead.kind() == PaymentKind.FULL;
    }

    private List<Explanation.EarlierLine> earlier() {
      return lines.stream()
          .map(line -> new Explanation.EarlierLine(line.kind(), line.dueOn(), line.amount()))
          .toList();
    }
  }
}
