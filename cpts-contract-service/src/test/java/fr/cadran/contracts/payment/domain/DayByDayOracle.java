package fr.cadran.contracts.payment.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is owed, worked out a second time and in another way: every day of a contract
 * year brings its part of the amount in force on that day. Shares no class with the engine, so that
 * an error in one is not an error in both (cpts.md §5).
 *
 * <p>By months the last day of each month, counted back from the anniversary, brings a twelfth.
 */
final class DayByDayOracle {
  /** cpts.md §3 in euros, sizes 1 to 4, copied from the text and not from the engine's data. */
  private static final String PRINTED =
      """
      2019 FONCTIONNEMENT FONCTIONNEMENT 50000 60000 75000 90000
      2019 ACCES_SOINS FIXE 15000 17500 25000 30000
      2019 ACCES_SOINS VARIABLE 15000 17500 25000 30000
      2019 ACCES_SOINS SNP_COMPENSATION 10000 12000 15000 20000
      2019 ACCES_SOINS SNP_ORIENTATION 35000 45000 55000 70000
      2019 PARCOURS FIXE 25000 35000 45000 50000
      2019 PARCOURS VARIABLE 25000 35000 45000 50000
      2019 PREVENTION FIXE 10000 15000 17500 20000
      2019 PREVENTION VARIABLE 10000 15000 17500 20000
      2019 QUALITE FIXE 7500 10000 15000 20000
      2019 QUALITE VARIABLE 7500 10000 15000 20000
      2019 ACCOMPAGNEMENT FIXE 5000 7500 10000 15000
      2019 ACCOMPAGNEMENT VARIABLE 5000 7500 10000 15000
      2022 FONCTIONNEMENT FONCTIONNEMENT - - 75000 -
      2022 ACCES_SOINS FIXE - - 90000 -
      2022 ACCES_SOINS VARIABLE - - 35000 -
      2022 PARCOURS FIXE - - 45000 -
      2022 PARCOURS VARIABLE - - 45000 -
      2022 PREVENTION FIXE - - 17500 -
      2022 PREVENTION VARIABLE - - 17500 -
      2022 CRISE_SANITAIRE FIXE - - 22500 -
      2022 CRISE_SANITAIRE CRISE - - 67500 -
      2022 QUALITE FIXE - - 15000 -
      2022 QUALITE VARIABLE - - 15000 -
      2022 ACCOMPAGNEMENT FIXE - - 10000 -
      2022 ACCOMPAGNEMENT VARIABLE - - 10000 -
      """;

  private static final Map<String, Long> CENTS = new HashMap<>();
  private static final Set<String> FUNDED = new HashSet<>();

  static {
    for (String row : PRINTED.lines().toList()) {
      String[] cells = row.split(" ", -1);
      for (int size = 1; size <= 4; size++) {
        if (!cells[2 + size].equals("-")) {
          CENTS.put(
              cells[0] + " " + cells[1] + " " + cells[2] + " " + size,
              Long.parseLong(cells[2 + size]) * 100);
          FUNDED.add(cells[0] + " " + cells[1] + " " + size);
        }
      }
    }
  }

  /** The choices of the rule set that no text settles. */
  record Rules(
      boolean byMonths,
      boolean wholeVariableInAPartialYear,
      boolean sizeFromNextYear,
      boolean unspentIsRecovered,
      boolean snpAtClosing,
      boolean crisisAtClosing,
      boolean advanceWithoutMission) {
    static final Rules DEFAULT = new Rules(false, false, false, false, false, false, false);
  }

  /** Table 2019 or 2022 and size from a day on. */
  record Stretch(LocalDate from, int table, int size) {}

  /**
   * An indicator.
   *
   * @param kind {@code M} means, {@code F} follow-up without weight, {@code R} result
   * @param weight any positive figure; weights of a volet are compared with each other
   * @param scale for example {@code PRO_RATA} or {@code BANDS 0:0 0.25:0.25 1:1}
   * @param baseline empty when there is none
   */
  record Goal(
      String code,
      char kind,
      String weight,
      boolean falling,
      boolean progress,
      String baseline,
      Map<Integer, String> targets,
      boolean maintain,
      String scale) {}

  /** Indicators from a contract year on. */
  record Annexed(int fromYear, List<Goal> goals) {}

  /** A mission. */
  record Mission(
      String line,
      LocalDate startedOn,
      @Nullable LocalDate endsOn,
      boolean compensation,
      boolean orientation,
      List<Annexed> annexes) {}

  /**
   * A closed year.
   *
   * @param results by {@code LINE/code}: {@code value 10}, {@code agreed 0.5}, {@code means yes}
   */
  record Closed(LocalDate on, Map<String, String> results, @Nullable Long spentCents) {}

  /** A contract, in dates, words and figures alone. */
  record Scenario(
      LocalDate signedOn,
      Rules rules,
      List<Stretch> stretches,
      List<Mission> missions,
      Map<Integer, Closed> closed,
      List<LocalDate> crises,
      @Nullable LocalDate endsOn) {}

  /** One envelope of one year. */
  record Key(int year, String line, String volet) {}

  private final Scenario scenario;
  private final List<LocalDate> anniversaries = new ArrayList<>();
  private final Map<Key, Days> days = new HashMap<>();

  DayByDayOracle(Scenario scenario) {
    this.scenario = scenario;
    for (int years = 0; years <= 5; years++) {
      anniversaries.add(anniversary(scenario.signedOn(), years));
    }
  }

  /** The first day on which an envelope runs in its year, and the first after those. */
  private record Days(@Nullable LocalDate begin, @Nullable LocalDate end) {}

  /** Every envelope that can hold money. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (int year = 1; year <= 5; year++) {
      keys.add(new Key(year, "FONCTIONNEMENT", "FONCTIONNEMENT"));
      for (Mission mission : scenario.missions()) {
        for (String volet :
            List.of("FIXE", "VARIABLE", "SNP_COMPENSATION", "SNP_ORIENTATION", "CRISE")) {
          boolean opted =
              switch (volet) {
                case "SNP_COMPENSATION" -> mission.compensation();
                case "SNP_ORIENTATION" -> mission.orientation();
                case "CRISE" -> mission.line().equals("CRISE_SANITAIRE");
                case "VARIABLE" -> !mission.line().equals("CRISE_SANITAIRE");
                default -> true;
              };
          if (opted) {
            keys.add(new Key(year, mission.line(), volet));
          }
        }
      }
    }
    return keys;
  }

  // ---- Days

  /** First day of a contract year; 29 February becomes the 28th where there is none. */
  private static LocalDate anniversary(LocalDate signed, int yearsAfter) {
    int year = signed.getYear() + yearsAfter;
    boolean leap = LocalDate.of(year, 12, 31).getDayOfYear() == 366;
    int day =
        signed.getMonthValue() == 2 && signed.getDayOfMonth() == 29 && !leap
            ? 28
            : signed.getDayOfMonth();
    return LocalDate.of(year, signed.getMonthValue(), day);
  }

  private @Nullable Mission mission(Key key) {
    for (Mission mission : scenario.missions()) {
      if (mission.line().equals(key.line())) {
        return mission;
      }
    }
    return null;
  }

  private LocalDate anniversary(int yearsAfter) {
    return anniversaries.get(yearsAfter);
  }

  private boolean runsOn(@Nullable Mission mission, LocalDate day) {
    boolean contract =
        !day.isBefore(scenario.signedOn())
            && day.isBefore(anniversary(5))
            && (scenario.endsOn() == null || day.isBefore(scenario.endsOn()));
    return contract
        && (mission == null
            || (!day.isBefore(mission.startedOn())
                && (mission.endsOn() == null || day.isBefore(mission.endsOn()))));
  }

  private Days days(Key key) {
    Days known = days.get(key);
    if (known == null) {
      Mission mission = mission(key);
      LocalDate begin = null;
      LocalDate end = null;
      for (LocalDate day = anniversary(key.year() - 1);
          day.isBefore(anniversary(key.year()));
          day = day.plusDays(1)) {
        if (runsOn(mission, day)) {
          begin = begin == null ? day : begin;
          end = day.plusDays(1);
        }
      }
      known = new Days(begin, end);
      days.put(key, known);
    }
    return known;
  }

  /** The first day of its year on which an envelope runs, null when there is none. */
  @Nullable LocalDate begin(Key key) {
    return days(key).begin();
  }

  /** The first day after those on which it runs, null when it does not run at all. */
  @Nullable LocalDate end(Key key) {
    return days(key).end();
  }

  /** Whether it runs, and stops before its anniversary. */
  boolean isCut(Key key) {
    LocalDate end = end(key);
    return end != null && end.isBefore(anniversary(key.year()));
  }

  private Stretch stretchOn(Key key, LocalDate day) {
    LocalDate read = scenario.rules().sizeFromNextYear() ? anniversary(key.year() - 1) : day;
    Stretch held = null;
    for (Stretch stretch : scenario.stretches()) {
      if (!stretch.from().isAfter(read) && (held == null || stretch.from().isAfter(held.from()))) {
        held = stretch;
      }
    }
    if (held == null) {
      throw new IllegalStateException("no terms on " + read);
    }
    return held;
  }

  private long centsOn(Key key, LocalDate day) {
    return centsIn(key, stretchOn(key, day));
  }

  private long centsIn(Key key, Stretch stretch) {
    Long cents =
        CENTS.get(stretch.table() + " " + key.line() + " " + key.volet() + " " + stretch.size());
    if (cents != null) {
      return cents;
    }
    if (scenario.rules().sizeFromNextYear()
        || FUNDED.contains(stretch.table() + " " + key.line() + " " + stretch.size())) {
      // What a table does not fund yet waits for the year in which it does.
      return 0;
    }
    throw new IllegalStateException("the table does not fund " + key + " from " + stretch);
  }

  private int unitsOfYear(int year) {
    if (scenario.rules().byMonths()) {
      return 12;
    }
    int days = 0;
    for (LocalDate day = anniversary(year - 1);
        day.isBefore(anniversary(year));
        day = day.plusDays(1)) {
      days++;
    }
    return days;
  }

  private Set<LocalDate> lastDaysOfMonths(int year) {
    Set<LocalDate> days = new HashSet<>();
    for (int back = 0; back < 12; back++) {
      days.add(anniversary(year).minusMonths(back).minusDays(1));
    }
    return days;
  }

  /** Cents × units of the year, over the days on which an envelope is paid. */
  private BigInteger walk(Key key, boolean wholeYear, @Nullable LocalDate frozenOn, LocalDate to) {
    Set<LocalDate> lasts = scenario.rules().byMonths() ? lastDaysOfMonths(key.year()) : Set.of();
    LocalDate begin = begin(key);
    long frozen = frozenOn == null ? 0 : centsOn(key, frozenOn);
    Map<Stretch, Long> read = new HashMap<>();
    long sum = 0;
    for (LocalDate day = anniversary(key.year() - 1);
        day.isBefore(anniversary(key.year())) && day.isBefore(to);
        day = day.plusDays(1)) {
      boolean paid =
          frozenOn != null
              ? !day.isBefore(frozenOn)
              : begin != null && (wholeYear || !day.isBefore(begin));
      int units = scenario.rules().byMonths() ? (lasts.contains(day) ? 1 : 0) : 1;
      if (paid && units > 0) {
        sum +=
            frozenOn != null
                ? frozen
                : read.computeIfAbsent(stretchOn(key, day), stretch -> centsIn(key, stretch));
      }
    }
    return BigInteger.valueOf(sum);
  }

  // ---- Money

  /** The first day on which the ARS recognised a crisis while the mission ran in this year. */
  @Nullable LocalDate crisisOf(Key key) {
    LocalDate first = null;
    for (LocalDate day : scenario.crises()) {
      boolean inYear =
          !day.isBefore(anniversary(key.year() - 1)) && day.isBefore(anniversary(key.year()));
      if (inYear && runsOn(mission(key), day) && (first == null || day.isBefore(first))) {
        first = day;
      }
    }
    return first;
  }

  /** The day on which a share falls due before any result is known, null when none does. */
  @Nullable LocalDate aheadOn(Key key) {
    return switch (key.volet()) {
      case "FONCTIONNEMENT", "FIXE" -> begin(key);
      case "SNP_COMPENSATION", "SNP_ORIENTATION" ->
          scenario.rules().snpAtClosing() ? null : begin(key);
      case "CRISE" -> scenario.rules().crisisAtClosing() ? null : crisisOf(key);
      default -> null;
    };
  }

  /** Whether running costs are paid whole rather than at 75 %. */
  boolean isWhole(Key key) {
    if (!key.volet().equals("FONCTIONNEMENT")) {
      return false;
    }
    boolean started =
        scenario.missions().stream()
            .anyMatch(mission -> !mission.startedOn().isAfter(anniversary(key.year() - 1)));
    return key.year() == 1 || (!started && !scenario.rules().advanceWithoutMission());
  }

  /** Cents that fall due ahead on a day, for the time from it to another. */
  long aheadCents(Key key, LocalDate dueOn, boolean whole, LocalDate to) {
    Ratio share = whole ? Ratio.ONE : new Ratio(BigInteger.valueOf(3), BigInteger.valueOf(4));
    if (key.volet().equals("CRISE")) {
      return Ratio.of(centsOn(key, dueOn)).times(share).rounded();
    }
    return new Ratio(walk(key, false, dueOn, to), BigInteger.valueOf(unitsOfYear(key.year())))
        .times(share)
        .rounded();
  }

  /** Cents that a closed year is worth in the end, null while that cannot be said. */
  @Nullable Long entitledCents(Key key) {
    Closed closed = scenario.closed().get(key.year());
    if (closed == null) {
      return null;
    }
    LocalDate begin = begin(key);
    if (begin == null) {
      return 0L;
    }
    if (key.volet().equals("CRISE")) {
      LocalDate crisis = crisisOf(key);
      return crisis == null ? 0L : centsOn(key, crisis);
    }
    boolean variable = key.volet().equals("VARIABLE");
    LocalDate end = end(key);
    Ratio base =
        new Ratio(
            walk(
                key,
                variable && scenario.rules().wholeVariableInAPartialYear(),
                null,
                end == null ? begin : end),
            BigInteger.valueOf(unitsOfYear(key.year())));
    if (variable || key.volet().equals("FIXE")) {
      Ratio rate = rate(key, closed, variable);
      return rate == null ? null : base.times(rate).rounded();
    }
    if (key.volet().equals("SNP_ORIENTATION")
        && scenario.rules().unspentIsRecovered()
        && closed.spentCents() != null) {
      return Math.min(base.rounded(), closed.spentCents());
    }
    return base.rounded();
  }

  private @Nullable Ratio rate(Key key, Closed closed, boolean variable) {
    List<Goal> goals = List.of();
    Mission mission = mission(key);
    if (mission == null) {
      throw new IllegalStateException("no mission for " + key);
    }
    int best = 0;
    for (Annexed annexed : mission.annexes()) {
      if (annexed.fromYear() <= key.year() && annexed.fromYear() > best) {
        best = annexed.fromYear();
        goals = annexed.goals();
      }
    }
    Ratio weights = Ratio.ZERO;
    Ratio paid = Ratio.ZERO;
    for (Goal goal : goals) {
      if (goal.kind() == (variable ? 'R' : 'M')) {
        Ratio weight = Ratio.of(goal.weight());
        String result = closed.results().get(key.line() + "/" + goal.code());
        Ratio rate = result == null ? null : rate(goal, key.year(), result);
        if (rate == null) {
          return null;
        }
        weights = weights.plus(weight);
        paid = paid.plus(weight.times(rate));
      }
    }
    if (weights.compareTo(Ratio.ZERO) == 0) {
      return variable ? null : Ratio.ONE;
    }
    return paid.over(weights);
  }

  private static @Nullable Ratio rate(Goal goal, int year, String result) {
    String[] said = result.split(" ", -1);
    if (said[0].equals("means")) {
      return said[1].equals("yes") ? Ratio.ONE : Ratio.ZERO;
    }
    if (said[0].equals("agreed")) {
      return Ratio.of(said[1]);
    }
    Ratio value = Ratio.of(said[1]);
    String[] scale = goal.scale().split(" ", -1);
    if (scale[0].equals("AGREED")) {
      return null;
    }
    if (scale[0].equals("STEPS")) {
      Ratio pays = null;
      for (int i = 1; i < scale.length; i++) {
        String[] step = scale[i].split(":", -1);
        if (Ratio.of(step[0]).compareTo(value) <= 0) {
          pays = Ratio.of(step[1]);
        }
      }
      return pays;
    }
    if (scale[0].equals("LINEAR_VALUE")) {
      Ratio risen = linear(scale, value);
      return goal.falling() ? Ratio.ONE.minus(risen) : risen;
    }
    String target = goal.targets().get(year);
    if (target == null) {
      return null;
    }
    Ratio achieved = achieved(goal, value, Ratio.of(target));
    return switch (scale[0]) {
      case "ALL_OR_NOTHING" -> achieved.compareTo(Ratio.ONE) == 0 ? Ratio.ONE : Ratio.ZERO;
      case "PRO_RATA" -> achieved;
      case "LINEAR" -> linear(scale, achieved);
      case "BANDS" -> {
        for (int i = 1; i < scale.length; i++) {
          String[] band = scale[i].split(":", -1);
          if (achieved.compareTo(Ratio.of(band[0])) <= 0) {
            yield Ratio.of(band[1]);
          }
        }
        throw new IllegalStateException("no band for " + achieved);
      }
      default -> throw new IllegalStateException("no scale " + goal.scale());
    };
  }

  private static Ratio achieved(Goal goal, Ratio value, Ratio target) {
    if (!goal.baseline().isEmpty()) {
      Ratio baseline = Ratio.of(goal.baseline());
      if (goal.maintain() && baseline.compareTo(target) == 0) {
        int order = value.compareTo(target);
        return (goal.falling() ? order <= 0 : order >= 0) ? Ratio.ONE : Ratio.ZERO;
      }
      if (goal.falling() || goal.progress()) {
        return baseline.minus(value).over(baseline.minus(target)).capped();
      }
    }
    return value.over(target).capped();
  }

  private static Ratio linear(String[] scale, Ratio read) {
    Ratio lower = Ratio.of(scale[1]);
    return read.minus(lower).over(Ratio.of(scale[2]).minus(lower)).capped();
  }

  /** A fraction of its own, so that nothing of the kit is trusted here. */
  private record Ratio(BigInteger up, BigInteger down) implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    Ratio {
      if (down.signum() <= 0) {
        throw new ArithmeticException("the lower part of a fraction is above zero");
      }
    }

    static Ratio of(long whole) {
      return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(String text) {
      int bar = text.indexOf('/');
      if (bar > 0) {
        return new Ratio(
            new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
      }
      BigDecimal decimal = new BigDecimal(text).setScale(12, RoundingMode.UNNECESSARY);
      return new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(12));
    }

    Ratio plus(Ratio other) {
      return new Ratio(
          up.multiply(other.down).add(other.up.multiply(down)), down.multiply(other.down));
    }

    Ratio minus(Ratio other) {
      return plus(new Ratio(other.up.negate(), other.down));
    }

    Ratio times(Ratio other) {
      return new Ratio(up.multiply(other.up), down.multiply(other.down));
    }

    Ratio over(Ratio other) {
      boolean negative = other.up.signum() < 0;
      return new Ratio(
          negative ? up.multiply(other.down).negate() : up.multiply(other.down),
          negative ? down.multiply(other.up).negate() : down.multiply(other.up));
    }

    Ratio capped() {
      return compareTo(ZERO) < 0 ? ZERO : compareTo(ONE) > 0 ? ONE : this;
    }

    /** The one rounding: HALF_UP to whole cents. */
    long rounded() {
      return new BigDecimal(up)
          .divide(new BigDecimal(down), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
      return up.multiply(other.down).compareTo(other.up.multiply(down));
    }
  }
}
