package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Any history of a contract, played day after day against a ledger that only grows: whatever
 * happens and in whatever order, the lines add up to what {@link DayByDayOracle} says is owed.
 */
class ContractHistoryPropertyTest {
  private static final List<String> MISSIONS =
      List.of(
          "ACCES_SOINS", "PARCOURS", "PREVENTION", "QUALITE", "ACCOMPAGNEMENT", "CRISE_SANITAIRE");

  private static final List<String> SCALES =
      List.of(
          "PRO_RATA",
          "ALL_OR_NOTHING",
          "BANDS 0:0 0.25:0.25 0.50:0.50 0.75:0.75 1:1",
          "LINEAR 0.5 0.9",
          "AGREED");

  enum Kind {
    START,
    AVENANT,
    TARGETS,
    CLOSE,
    CORRECT,
    TERMINATE,
    END_MISSION,
    CRISIS,
    CALENDAR
  }

  /** One thing that happens, some days after the one before. */
  record Move(Kind kind, int days, int a, int b) {}

  @Property(tries = 160, seed = "20190825", edgeCases = EdgeCasesMode.NONE)
  void the_lines_of_any_history_add_up_to_what_the_oracle_says(
      @ForAll("signatures") LocalDate signedOn,
      @ForAll("rules") DayByDayOracle.Rules rules,
      @ForAll("moves") List<Move> moves) {
    History history = new History(signedOn, rules, 1 + moves.size() % 4);
    history.run();
    for (Move move : moves) {
      history.play(move);
      history.run();
    }
    history.closeEverything();
    history.replays();
  }

  @Property(tries = 50, seed = "20220331", edgeCases = EdgeCasesMode.NONE)
  void a_leap_day_signature_is_like_any_other(
      @ForAll("leapDays") LocalDate signedOn,
      @ForAll("rules") DayByDayOracle.Rules rules,
      @ForAll("moves") List<Move> moves) {
    the_lines_of_any_history_add_up_to_what_the_oracle_says(signedOn, rules, moves);
  }

  @Provide
  Arbitrary<LocalDate> signatures() {
    return Arbitraries.integers()
        .between(0, 4146)
        .map(days -> LocalDate.parse("2019-08-25").plusDays(days));
  }

  @Provide
  Arbitrary<LocalDate> leapDays() {
    return Arbitraries.of(2020, 2024, 2028).map(year -> LocalDate.of(year, 2, 29));
  }

  @Provide
  Arbitrary<DayByDayOracle.Rules> rules() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.just(DayByDayOracle.Rules.DEFAULT)),
        net.jqwik.api.Tuple.of(
            4,
            Arbitraries.integers()
                .between(1, 127)
                .map(bits ->
                    new DayByDayOracle.Rules(
                        (bits & 1) > 0,
                        (bits & 2) > 0,
                        (bits & 4) > 0,
                        (bits & 8) > 0,
                        (bits & 16) > 0,
                        (bits & 32) > 0,
                        (bits & 64) > 0))));
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Kind> kinds =
        Arbitraries.of(
            Kind.START,
            Kind.START,
            Kind.START,
            Kind.START,
            Kind.AVENANT,
            Kind.AVENANT,
            Kind.TARGETS,
            Kind.CLOSE,
            Kind.CLOSE,
            Kind.CLOSE,
            Kind.CORRECT,
            Kind.CORRECT,
            Kind.TERMINATE,
            Kind.END_MISSION,
            Kind.CRISIS,
            Kind.CRISIS,
            Kind.CALENDAR);
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 150).withoutEdgeCases();
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000_000).withoutEdgeCases();
    return Combinators.combine(kinds, days, any, any)
        .as(Move::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(26);
  }

  /** A contract under way, its ledger, and what the oracle expects to stand in it. */
  private static final class History {
    private final LocalDate signedOn;
    private final DayByDayOracle.Rules rules;
    private final List<DayByDayOracle.Stretch> stretches = new ArrayList<>();
    private final List<DayByDayOracle.Mission> missions = new ArrayList<>();
    private final TreeMap<Integer, DayByDayOracle.Closed> closed = new TreeMap<>();
    private final List<LocalDate> crises = new ArrayList<>();
    private @Nullable LocalDate endsOn;
    private LocalDate today;

    private List<LedgerLine> ledger = List.of();
    private final Map<DayByDayOracle.Key, Long> standing = new HashMap<>();
    private final Map<DayByDayOracle.Key, LocalDate> aheadOn = new HashMap<>();
    private final Set<DayByDayOracle.Key> aheadWhole = new HashSet<>();
    private final Set<DayByDayOracle.Key> cut = new HashSet<>();
    private final Set<DayByDayOracle.Key> settled = new HashSet<>();

    History(LocalDate signedOn, DayByDayOracle.Rules rules, int size) {
      this.signedOn = signedOn;
      this.rules = rules;
      this.today = signedOn;
      stretches.add(new DayByDayOracle.Stretch(signedOn, 2019, size));
    }

    private DayByDayOracle.Scenario scenario() {
      return new DayByDayOracle.Scenario(
          signedOn,
          rules,
          List.copyOf(stretches),
          List.copyOf(missions),
          Map.copyOf(closed),
          List.copyOf(crises),
          endsOn);
    }

    private LocalDate anniversary(int years) {
      return signedOn.plusYears(years);
    }

    private int firstOpenYear() {
      return closed.size() + 1;
    }

    private LocalDate firstOpenDay() {
      return anniversary(closed.size());
    }

    private LocalDate contractEnd() {
      LocalDate term = anniversary(5);
      return endsOn == null || term.isBefore(endsOn) ? term : endsOn;
    }

    // ---- What happens

    void play(Move move) {
      today = today.plusDays(move.days());
      switch (move.kind()) {
        case START -> start(move);
        case AVENANT -> avenant(move);
        case TARGETS -> targets(move);
        case CLOSE -> close(move.a());
        case CORRECT -> correct(move);
        case TERMINATE -> terminate(move);
        case END_MISSION -> endMission(move);
        case CRISIS -> crisis(move);
        case CALENDAR -> today = today.plusDays(move.a() % 400);
      }
    }

    private void start(Move move) {
      String line = MISSIONS.get(move.a() % MISSIONS.size());
      LocalDate on = latest(today.minusDays(move.b() % 25), firstOpenDay());
      boolean known = missions.stream().anyMatch(one -> one.line().equals(line));
      boolean crisis = line.equals("CRISE_SANITAIRE");
      if (known || !on.isBefore(contractEnd()) || (crisis && !isUnderAvenant2(on))) {
        return;
      }
      int options = move.b() / 25;
      missions.add(
          new DayByDayOracle.Mission(
              line,
              on,
              null,
              line.equals("ACCES_SOINS") && options % 3 > 0,
              line.equals("ACCES_SOINS") && options % 4 > 0,
              List.of(new DayByDayOracle.Annexed(1, goals(move.a() / 6, !crisis)))));
    }

    private boolean isUnderAvenant2(LocalDate on) {
      int table = 2019;
      for (DayByDayOracle.Stretch one : stretches) {
        if (one.from().isAfter(on)) {
          if (one.table() == 2019) {
            return false;
          }
        } else {
          table = one.table();
        }
      }
      return table == 2022;
    }

    private void avenant(Move move) {
      LocalDate from = latest(today.plusDays(move.a() % 80 - 20), firstOpenDay());
      if (!from.isBefore(anniversary(5))) {
        return;
      }
      boolean crisisRuns = missions.stream().anyMatch(one -> one.line().equals("CRISE_SANITAIRE"));
      boolean second =
          crisisRuns
              || move.b() % 2 == 0
              || stretches.stream().anyMatch(one -> one.table() == 2022);
      stretches.removeIf(one -> one.from().equals(from));
      stretches.add(
          new DayByDayOracle.Stretch(from, second ? 2022 : 2019, second ? 3 : 1 + move.a() % 4));
      stretches.sort((one, other) -> one.from().compareTo(other.from()));
    }

    private void targets(Move move) {
      if (missions.isEmpty()) {
        return;
      }
      int at = move.a() % missions.size();
      DayByDayOracle.Mission one = missions.get(at);
      int fromYear = firstOpenYear() + move.b() % 2;
      List<DayByDayOracle.Annexed> annexes = new ArrayList<>(one.annexes());
      annexes.removeIf(annexed -> annexed.fromYear() == fromYear);
      annexes.add(
          new DayByDayOracle.Annexed(
              fromYear, goals(move.b() / 2, !one.line().equals("CRISE_SANITAIRE"))));
      missions.set(
          at,
          new DayByDayOracle.Mission(
              one.line(),
              one.startedOn(),
              one.endsOn(),
              one.compensation(),
              one.orientation(),
              annexes));
    }

    private static List<DayByDayOracle.Goal> goals(int seed, boolean variable) {
      List<DayByDayOracle.Goal> goals = new ArrayList<>();
      if (seed % 3 > 0) {
        goals.add(means("m0", seed % 3 == 1 ? "1" : "1/3"));
        if (seed % 3 == 2) {
          goals.add(means("m1", "2/3"));
        }
      }
      goals.add(
          new DayByDayOracle.Goal("f0", 'F', "0", false, false, "", Map.of(), false, "PRO_RATA"));
      int results = variable ? seed / 3 % 4 : 0;
      boolean euros = seed / 12 % 2 == 0;
      for (int i = 0; i < results; i++) {
        goals.add(result(i, results, euros, seed / 24 + 7 * i));
      }
      return goals;
    }

    private static DayByDayOracle.Goal means(String code, String weight) {
      return new DayByDayOracle.Goal(
          code, 'M', weight, false, false, "", Map.of(), false, "PRO_RATA");
    }

    private static DayByDayOracle.Goal result(int i, int of, boolean euros, int seed) {
      String weight =
          euros
              ? List.of("1234.56", "3500", "9000.01").get(i)
              : of == 1 ? "1" : of == 2 ? List.of("0.35", "0.65").get(i) : "1/3";
      boolean falling = seed % 2 == 0;
      int shape = seed / 2 % 7;
      Map<Integer, String> targets = new TreeMap<>();
      for (int year = 1; year <= (seed % 5 == 0 ? 2 : 5); year++) {
        targets.put(year, falling ? "" + (40 - 3 * year) : "" + (10 + 5 * year));
      }
      String scale =
          shape < SCALES.size()
              ? SCALES.get(shape)
              : shape == 5
                  ? (falling ? "STEPS 0:1 12.5:0.6 30:0" : "STEPS 0:0 12.5:0.25 30:1")
                  : "LINEAR_VALUE 5 35";
      return new DayByDayOracle.Goal(
          "r" + i,
          'R',
          weight,
          falling,
          seed % 3 == 0,
          falling ? "40" : "10",
          targets,
          false,
          scale);
    }

    private void close(int seed) {
      int year = firstOpenYear();
      boolean early = !rules.byMonths() && seed % 4 == 0;
      LocalDate end = anniversary(year);
      LocalDate stops = contractEnd().isBefore(end) ? contractEnd() : end;
      if (year > 5
          || !anniversary(year - 1).isBefore(contractEnd())
          || today.isBefore(early ? stops.minusDays(10) : stops)) {
        return;
      }
      closed.put(year, results(seed));
    }

    private void correct(Move move) {
      if (!closed.isEmpty()) {
        int year = 1 + move.a() % closed.size();
        closed.put(year, results(move.b()));
      }
    }

    private DayByDayOracle.Closed results(int seed) {
      Map<String, String> results = new HashMap<>();
      int salt = seed;
      for (DayByDayOracle.Mission mission : missions) {
        for (DayByDayOracle.Annexed annexed : mission.annexes()) {
          for (DayByDayOracle.Goal goal : annexed.goals()) {
            salt = (salt * 31 + 17) & 0xffffff;
            String key = mission.line() + "/" + goal.code();
            if (goal.kind() == 'M') {
              results.put(key, salt % 4 == 0 ? "means no" : "means yes");
            } else if (salt % 17 == 0) {
              results.remove(key);
            } else if (salt % 5 == 0 || goal.scale().equals("AGREED")) {
              results.put(key, "agreed " + salt % 7 + "/7");
            } else {
              results.put(key, "value " + salt % 45 + "." + salt % 10);
            }
          }
        }
      }
      return new DayByDayOracle.Closed(
          today, results, seed % 2 == 0 ? null : (long) seed * 7 % 8_000_000);
    }

    private void terminate(Move move) {
      if (endsOn == null && move.a() % 2 == 0) {
        endsOn = latest(today.plusDays(move.b() % 90), firstOpenDay());
      }
    }

    private void endMission(Move move) {
      if (missions.isEmpty()) {
        return;
      }
      int at = move.a() % missions.size();
      DayByDayOracle.Mission one = missions.get(at);
      LocalDate on = latest(today.plusDays(move.b() % 60), firstOpenDay());
      if (one.endsOn() == null && one.startedOn().isBefore(on)) {
        missions.set(
            at,
            new DayByDayOracle.Mission(
                one.line(),
                one.startedOn(),
                on,
                one.compensation(),
                one.orientation(),
                one.annexes()));
      }
    }

    private void crisis(Move move) {
      crises.add(latest(today.minusDays(move.a() % 10), firstOpenDay()));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    /** The parties close what is left, one year after the other, long after the term. */
    void closeEverything() {
      today = latest(today, anniversary(5)).plusDays(30);
      run();
      while (firstOpenYear() <= 5 && anniversary(closed.size()).isBefore(contractEnd())) {
        closed.put(firstOpenYear(), results(1));
        run();
      }
    }

    // ---- What must hold after each of them

    void run() {
      DayByDayOracle.Scenario scenario = scenario();
      PaymentCalculator engine = new PaymentCalculator(Played.facts(scenario));
      List<LedgerLine> before = ledger;
      List<LedgerLine> written = engine.due(before, today);
      for (LedgerLine line : written) {
        assertThat(line.dueOn()).isBetween(signedOn, today);
        explains(line, before, written);
      }
      assertThat(written).isSortedAccordingTo(LedgerLine.ORDER);
      List<LedgerLine> after = new ArrayList<>(before);
      after.addAll(written);
      ledger = List.copyOf(after);
      assertThat(engine.due(ledger, today)).as("a second run").isEmpty();
      expect(new DayByDayOracle(scenario));
      quietUntilTheNextDueDay(engine);
    }

    private void quietUntilTheNextDueDay(PaymentCalculator engine) {
      Optional<LocalDate> next = engine.nextDueAfter(today);
      assertThat(engine.due(ledger, next.map(day -> day.minusDays(1)).orElse(today.plusYears(9))))
          .as("nothing falls due before " + next)
          .isEmpty();
    }

    private void expect(DayByDayOracle oracle) {
      Map<DayByDayOracle.Key, Long> sums = new HashMap<>();
      for (LedgerLine line : ledger) {
        sums.merge(keyOf(line.envelope()), centsOf(line.amount()), Long::sum);
      }
      Set<DayByDayOracle.Key> keys = new HashSet<>(oracle.keys());
      keys.addAll(sums.keySet());
      for (DayByDayOracle.Key key : keys) {
        advance(oracle, key);
        takeBack(oracle, key);
        settle(oracle, key);
        assertThat(sums.getOrDefault(key, 0L))
            .as("%s on %s of %s", key, today, scenario())
            .isEqualTo(standing.getOrDefault(key, 0L));
      }
    }

    private void advance(DayByDayOracle oracle, DayByDayOracle.Key key) {
      LocalDate due = oracle.aheadOn(key);
      if (due != null && !due.isAfter(today) && !standing.containsKey(key)) {
        boolean whole = oracle.isWhole(key);
        standing.put(key, oracle.aheadCents(key, due, whole, anniversary(key.year())));
        aheadOn.put(key, due);
        if (whole) {
          aheadWhole.add(key);
        }
      }
    }

    private void takeBack(DayByDayOracle oracle, DayByDayOracle.Key key) {
      LocalDate due = aheadOn.get(key);
      LocalDate end = oracle.end(key);
      boolean crisis = key.volet().equals("CRISE");
      if (due == null || crisis || settled.contains(key) || cut.contains(key)) {
        return;
      }
      LocalDate stops = end == null ? contractEnd() : end;
      if ((end == null || oracle.isCut(key)) && !stops.isAfter(today)) {
        standing.put(
            key, end == null ? 0 : oracle.aheadCents(key, due, aheadWhole.contains(key), stops));
        cut.add(key);
      }
    }

    private void settle(DayByDayOracle oracle, DayByDayOracle.Key key) {
      DayByDayOracle.Closed result = closed.get(key.year());
      Long entitled = oracle.entitledCents(key);
      if (result == null || entitled == null) {
        return;
      }
      LocalDate end = oracle.end(key);
      boolean due = end == null || !end.isAfter(today);
      if (due || settled.contains(key)) {
        standing.put(key, entitled);
        settled.add(key);
      }
    }

    /** The same facts, played at once, leave the same sums of settled envelopes. */
    void replays() {
      PaymentCalculator engine = new PaymentCalculator(Played.facts(scenario()));
      Map<EnvelopeKey, Rational> entitled = engine.entitlements();
      Map<EnvelopeKey, Euros> played = sums(ledger);
      Map<EnvelopeKey, Euros> atOnce = sums(engine.due(List.of(), today));
      for (Map.Entry<EnvelopeKey, Rational> one : entitled.entrySet()) {
        Euros cents = Euros.round(one.getValue());
        assertThat(played.getOrDefault(one.getKey(), Euros.ZERO)).isEqualTo(cents);
        assertThat(atOnce.getOrDefault(one.getKey(), Euros.ZERO)).isEqualTo(cents);
      }
    }

    private static Map<EnvelopeKey, Euros> sums(List<LedgerLine> lines) {
      Map<EnvelopeKey, Euros> sums = new HashMap<>();
      for (LedgerLine line : lines) {
        sums.merge(line.envelope(), line.amount(), Euros::plus);
      }
      return sums;
    }

    // ---- Every line can be worked out again from its explanation

    private static void explains(
        LedgerLine line, List<LedgerLine> before, List<LedgerLine> written) {
      Explanation why = line.explanation();
      assertThat(why.amount()).isEqualTo(line.amount());
      List<Explanation.EarlierLine> stood = new ArrayList<>();
      Euros paid = Euros.ZERO;
      for (LedgerLine one : stoodBefore(line, before, written)) {
        stood.add(new Explanation.EarlierLine(one.kind(), one.dueOn(), one.amount()));
        paid = paid.plus(one.amount());
      }
      assertThat(why.earlier()).isEqualTo(stood);
      Rational exact = why.unrounded().plus(paid.toRational());
      assertThat(Euros.round(exact).minus(paid)).as("%s", line).isEqualTo(line.amount());
      switch (line.milestone()) {
        case AHEAD -> {
          assertThat(stood).isEmpty();
          assertThat(why.entitlement()).isNull();
          assertThat(TraceReader.valueOf(why.substituted())).isEqualTo(why.unrounded());
        }
        case CUT -> {
          assertThat(why.entitlement()).isNull();
          assertThat(TraceReader.valueOf(why.substituted())).isEqualTo(why.unrounded());
        }
        case SETTLEMENT, CORRECTION -> settlementExplains(line, stood.isEmpty());
      }
    }

    private static void settlementExplains(LedgerLine line, boolean first) {
      Explanation why = line.explanation();
      Rational entitled = why.entitlement();
      assertThat(entitled).isNotNull();
      if (first) {
        assertThat(TraceReader.valueOf(why.substituted())).isEqualTo(entitled);
      } else {
        for (String side : why.substituted().split(" = ", -1)) {
          assertThat(TraceReader.valueOf(side)).isEqualTo(line.amount().toRational());
        }
      }
      if (!why.parts().isEmpty()) {
        Euros cents = Euros.ZERO;
        Rational exact = Rational.ZERO;
        for (Explanation.Part part : why.parts()) {
          cents = cents.plus(part.amount());
          exact = exact.plus(part.unrounded());
          Rational off = part.amount().toRational().minus(part.unrounded());
          assertThat(off.max(off.negate())).isLessThan(Rational.of(1, 100));
        }
        assertThat(exact).isEqualTo(entitled);
        assertThat(cents).isEqualTo(Euros.round(exact));
      }
    }

    private static List<LedgerLine> stoodBefore(
        LedgerLine line, List<LedgerLine> before, List<LedgerLine> written) {
      List<LedgerLine> stood = new ArrayList<>();
      before.stream().filter(one -> one.envelope().equals(line.envelope())).forEach(stood::add);
      written.stream()
          .filter(one -> one.envelope().equals(line.envelope()))
          .filter(one -> one.milestone().compareTo(line.milestone()) < 0)
          .forEach(stood::add);
      return stood;
    }

    private static DayByDayOracle.Key keyOf(EnvelopeKey key) {
      FundingLine line = key.line();
      Volet volet = key.volet();
      return new DayByDayOracle.Key(key.contractYear(), line.name(), volet.name());
    }

    private static long centsOf(Euros euros) {
      return euros.amount().unscaledValue().longValueExact();
    }
  }
}
