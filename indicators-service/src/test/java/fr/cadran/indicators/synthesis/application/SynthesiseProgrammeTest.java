package fr.cadran.indicators.synthesis.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.indicators.catalogue.domain.Direction;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.centre.application.KnownCentres;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.programme.application.Programmes;
import fr.cadran.indicators.programme.domain.LevierStatus;
import fr.cadran.indicators.programme.domain.Overrule;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.programme.domain.Programme;
import fr.cadran.indicators.programme.domain.RetainedLevier;
import fr.cadran.indicators.synthesis.domain.Judgement;
import fr.cadran.indicators.synthesis.domain.LevierCount;
import fr.cadran.indicators.synthesis.domain.Outcome;
import fr.cadran.indicators.synthesis.domain.PrimaryIndicator;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.access.Territories;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures 4, 5 and 6 of §2.1 out of the statuses and values of 28 centres (indicators.md §5). */
class SynthesiseProgrammeTest {
  private static final Quarter BASELINE = Quarter.parse("2012-Q4");
  private static final Quarter QUARTER = Quarter.parse("2014-Q2");
  private static final Instant NOW = Instant.parse("2014-08-01T08:00:00Z");
  private static final List<Levier> LEVIERS = Arrays.asList(Levier.values()).subList(0, 9);
  private static final int[] VALIDATED = {26, 28, 27, 19, 24, 27, 12, 25, 26};
  private static final int[] ACTIVATED = {26, 21, 26, 10, 20, 22, 10, 11, 12};
  private static final int[] POSITIVE = {19, 9, 21, 7, 17, 13, 9, 9, 6};
  private static final Caller AGENCY = caller(Role.ARS_AGENT, "region:11");

  private final List<CentreFigure> values = new ArrayList<>();
  private final List<Participation> participations = new ArrayList<>();
  private List<Levier> followed = LEVIERS;

  @BeforeEach
  void twenty_eight_centres() {
    for (int centre = 0; centre < 28; centre++) {
      List<RetainedLevier> retained = new ArrayList<>();
      for (int column = 0; column < LEVIERS.size(); column++) {
        // Another centre starts each column, so that no centre is first everywhere.
        int place = (centre + 5 * column) % 28;
        if (place < VALIDATED[column]) {
          retained.add(
              new RetainedLevier(
                  LEVIERS.get(column),
                  place < ACTIVATED[column] ? LevierStatus.ACTIVATED : LevierStatus.VALIDATED,
                  null));
          PrimaryIndicator indicator = PrimaryIndicator.of(LEVIERS.get(column)).getLast();
          measure(centre, indicator, BASELINE, Rational.of(1, 2));
          measure(centre, indicator, QUARTER, moved(indicator, place < POSITIVE[column]));
        }
      }
      participations.add(new Participation(finess(centre), centre + 1, null, retained));
    }
  }

  private static Rational moved(PrimaryIndicator indicator, boolean well) {
    boolean up = (indicator.direction() == Direction.HIGHER_IS_BETTER) == well;
    return up ? Rational.of(3, 5) : Rational.of(2, 5);
  }

  private void measure(int centre, PrimaryIndicator indicator, Quarter quarter, Rational value) {
    values.removeIf(one ->
        one.centre().equals(finess(centre))
            && one.indicator().equals(indicator.code())
            && one.quarter().equals(quarter));
    values.add(new CentreFigure(finess(centre), indicator.code(), quarter, value, null));
  }

  private static Finess finess(int centre) {
    return new Finess("9300001%02d".formatted(centre));
  }

  private static Caller caller(Role role, String territory) {
    return new Caller(
        "subject",
        "client",
        Set.of(role),
        Set.of(),
        Territories.of(List.of(territory)),
        Optional.empty(),
        Set.of(),
        Set.of());
  }

  private static Caller manager(Finess centre) {
    return new Caller(
        "subject",
        "client",
        Set.of(Role.CENTRE_MANAGER),
        Set.of(),
        Territories.NONE,
        Optional.empty(),
        Set.of(centre),
        Set.of());
  }

  private VisibleSynthesis synthesise(Caller caller) {
    Programme programme =
        new Programme("p", 1, "ARS IdF 2013", "11", followed, BASELINE, true, participations);
    return new SynthesiseProgramme(
            new OneProgramme(programme),
            new ListedFigures(values),
            new CentresOfSeineSaintDenis(),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .synthesise(new SynthesisQuestion("p", null, null), caller);
  }

  private ProgrammeSynthesis synthesis() {
    return synthesise(AGENCY).synthesis();
  }

  private static List<Integer> percent(
      ProgrammeSynthesis synthesis, Function<LevierCount, Optional<Rational>> rate) {
    return LEVIERS.stream()
        .map(levier ->
            rate.apply(synthesis.count(levier))
                .orElseThrow()
                .times(Rational.of(100))
                .round(0)
                .intValueExact())
        .toList();
  }

  @Test
  void the_figures_of_the_report_come_out_of_the_data() {
    ProgrammeSynthesis synthesis = synthesis();
    assertThat(synthesis.quarter()).isEqualTo(QUARTER);
    assertThat(LEVIERS.stream().map(levier -> synthesis.count(levier).validated()))
        .containsExactlyElementsOf(IntStream.of(VALIDATED).boxed().toList());
    assertThat(LEVIERS.stream().map(levier -> synthesis.count(levier).activated()))
        .containsExactlyElementsOf(IntStream.of(ACTIVATED).boxed().toList());
    assertThat(LEVIERS.stream().map(levier -> synthesis.count(levier).positive()))
        .containsExactlyElementsOf(IntStream.of(POSITIVE).boxed().toList());
    assertThat(percent(synthesis, LevierCount::activationRate))
        .containsExactly(100, 75, 96, 53, 83, 81, 83, 44, 46);
    assertThat(percent(synthesis, LevierCount::positiveRate))
        .containsExactly(73, 43, 81, 70, 85, 59, 90, 82, 50);

    LevierCount total = synthesis.total();
    assertThat(List.of(total.validated(), total.activated(), total.positive()))
        .containsExactly(214, 158, 110);
    assertThat(total.activationRate()).contains(Rational.of(158, 214));
    assertThat(total.activationRate().orElseThrow().round(2)).isEqualTo(new BigDecimal("0.74"));
    assertThat(total.positiveRate()).contains(Rational.of(110, 158));
    assertThat(total.positiveRate().orElseThrow().round(2)).isEqualTo(new BigDecimal("0.70"));
    assertThat(total.overruled()).isZero();
    assertThat(total.undecidable()).isZero();
  }

  @Test
  void one_centre_whose_primary_indicator_moves_moves_the_count() {
    measure(0, PrimaryIndicator.NO_SHOWS, QUARTER, Rational.of(3, 5));
    assertThat(synthesis().count(Levier.NON_VENUE).positive()).isEqualTo(18);
    measure(0, PrimaryIndicator.NO_SHOWS, QUARTER, Rational.of(49, 100));
    assertThat(synthesis().count(Levier.NON_VENUE).positive()).isEqualTo(19);
  }

  @Test
  void an_indicator_that_stays_is_no_positive_result() {
    measure(0, PrimaryIndicator.NO_SHOWS, QUARTER, Rational.of(1, 2));
    LevierCount count = synthesis().count(Levier.NON_VENUE);
    assertThat(count.positive()).isEqualTo(18);
    assertThat(count.undecidable()).isZero();
  }

  @Test
  void a_missing_value_is_undecidable_and_says_why() {
    values.removeIf(
        one -> one.centre().equals(finess(0)) && one.indicator().equals("taux-non-venue"));
    values.add(new CentreFigure(finess(0), "taux-non-venue", BASELINE, Rational.ONE, null));
    values.add(
        new CentreFigure(finess(0), "taux-non-venue", QUARTER, null, "MISSING_INPUT: passages"));
    values.removeIf(one ->
        one.centre().equals(finess(1))
            && one.indicator().equals("taux-non-venue")
            && one.quarter().equals(BASELINE));

    LevierCount count = synthesis().count(Levier.NON_VENUE);
    assertThat(count.activated()).isEqualTo(26);
    assertThat(count.positive()).isEqualTo(17);
    assertThat(count.undecidable()).isEqualTo(2);
    assertThat(count.undecidableReasons())
        .containsEntry("MISSING_VALUE: taux-non-venue 2014-Q2 (MISSING_INPUT: passages)", 1)
        .containsEntry("MISSING_BASELINE: taux-non-venue 2012-Q4 (NO_QUARTERLY_DATA)", 1)
        .hasSize(2);
  }

  @Test
  void coverage_of_charges_decides_before_revenue_per_hour() {
    // The centre's revenue per hour fell; its coverage rose.
    int centre = positiveAt(Levier.IMAGERIE);
    measure(centre, PrimaryIndicator.IMAGING_REVENUE_PER_HOUR, QUARTER, Rational.of(1, 10));
    assertThat(synthesis().count(Levier.IMAGERIE).positive()).isEqualTo(6);
    measure(centre, PrimaryIndicator.IMAGING_COVERAGE, QUARTER, Rational.of(11, 10));
    assertThat(synthesis().count(Levier.IMAGERIE).positive()).isEqualTo(6);
    measure(centre, PrimaryIndicator.IMAGING_COVERAGE, BASELINE, Rational.ONE);
    assertThat(synthesis().count(Levier.IMAGERIE).positive()).isEqualTo(7);
  }

  private int positiveAt(Levier levier) {
    return synthesis().of(levier).stream()
            .filter(one -> one.outcome() == Outcome.POSITIVE)
            .findFirst()
            .orElseThrow()
            .anonymousNumber()
        - 1;
  }

  @Test
  void the_agency_overrules_and_the_synthesis_counts_it() {
    overrule(0, Levier.NON_VENUE, new Overrule(false, "Travaux"));
    LevierCount count = synthesis().count(Levier.NON_VENUE);
    assertThat(count.positive()).isEqualTo(18);
    assertThat(count.overruled()).isEqualTo(1);
    Judgement judgement = synthesis().of(Levier.NON_VENUE).getFirst();
    assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_POSITIVE);
    assertThat(judgement.current()).isEqualTo(Rational.of(2, 5));
  }

  @Test
  void an_overruled_result_is_decided_without_values() {
    values.removeIf(one -> one.centre().equals(finess(0)));
    overrule(0, Levier.NON_VENUE, new Overrule(true, "Mesuré sur place"));
    LevierCount count = synthesis().count(Levier.NON_VENUE);
    assertThat(count.positive()).isEqualTo(19);
    assertThat(count.undecidable()).isZero();
    assertThat(count.undecidableReasons()).isEmpty();
  }

  private void overrule(int centre, Levier levier, Overrule overrule) {
    Participation before = participations.get(centre);
    participations.set(
        centre,
        new Participation(
            before.centre(),
            before.anonymousNumber(),
            before.leftOn(),
            before.leviers().stream()
                .map(one ->
                    one.levier() == levier
                        ? new RetainedLevier(levier, one.status(), overrule)
                        : one)
                .toList()));
  }

  @Test
  void a_centre_that_left_before_the_end_of_the_quarter_does_not_count() {
    leave(0, LocalDate.of(2014, 6, 29));
    assertThat(synthesis().cohort()).hasSize(27);
    assertThat(synthesis().count(Levier.NON_VENUE).activated()).isEqualTo(25);
    leave(0, LocalDate.of(2014, 6, 30));
    assertThat(synthesis().cohort()).hasSize(28);
  }

  private void leave(int centre, LocalDate lastDay) {
    Participation before = participations.get(centre);
    participations.set(
        centre,
        new Participation(before.centre(), before.anonymousNumber(), lastDay, before.leviers()));
  }

  @Test
  void rates_without_anything_to_divide_by_are_unknown() {
    participations.replaceAll(
        one -> new Participation(one.centre(), one.anonymousNumber(), null, List.of()));
    LevierCount total = synthesis().total();
    assertThat(total.validated()).isZero();
    assertThat(total.activationRate()).isEmpty();
    assertThat(total.positiveRate()).isEmpty();
    assertThat(total.validationRate()).contains(Rational.ZERO);
  }

  @Test
  void a_levier_that_nothing_measures_is_undecidable() {
    followed = List.of(Levier.REMUNERATION);
    participations.replaceAll(one ->
        new Participation(
            one.centre(),
            one.anonymousNumber(),
            null,
            List.of(new RetainedLevier(Levier.REMUNERATION, LevierStatus.ACTIVATED, null))));
    assertThat(synthesis().total().undecidableReasons()).containsEntry("NO_PRIMARY_INDICATOR", 28);
  }

  @Test
  void without_any_value_the_quarter_is_that_of_today() {
    values.clear();
    assertThat(synthesis().quarter()).isEqualTo(Quarter.parse("2014-Q3"));
  }

  @Test
  void who_runs_it_or_takes_part_reads_it_and_sees_names_within_reach_only() {
    assertThat(synthesise(AGENCY).named()).hasSize(28);
    assertThat(synthesise(caller(Role.ARS_AGENT, "departement:93")).named()).hasSize(28);
    assertThat(synthesise(manager(finess(3))).named()).containsOnlyKeys(finess(3));
    assertThat(synthesise(manager(finess(3))).synthesis()).isEqualTo(synthesis());
    for (Caller stranger :
        List.of(
            caller(Role.ARS_AGENT, "region:84"),
            caller(Role.ARS_AGENT, "departement:75"),
            caller(Role.EDITOR, "region:11"),
            manager(new Finess("930000999")))) {
      assertThatThrownBy(() -> synthesise(stranger))
          .isInstanceOf(ProblemException.class)
          .hasMessage("NOT_FOUND");
    }
  }

  private record OneProgramme(Programme programme) implements Programmes {
    @Override
    public void keep(Programme other, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Programme> find(String id, @Nullable Instant asOf) {
      return Optional.of(programme);
    }
  }

  private record ListedFigures(List<CentreFigure> values) implements CentreFigures {
    @Override
    public List<CentreFigure> find(FigureFilter filter) {
      return values.stream()
          .filter(one -> filter.indicators().contains(one.indicator()))
          .filter(one -> filter.from() == null || one.quarter().compareTo(filter.from()) >= 0)
          .filter(one -> filter.to() == null || one.quarter().compareTo(filter.to()) <= 0)
          .filter(one -> filter.centres() == null || filter.centres().contains(one.centre()))
          .toList();
    }

    @Override
    public Optional<Quarter> latestQuarter(FigureFilter filter) {
      return find(filter).stream()
          .filter(one -> one.value() != null)
          .map(CentreFigure::quarter)
          .max(Comparator.naturalOrder());
    }
  }

  private record CentresOfSeineSaintDenis() implements KnownCentres {
    @Override
    public List<KnownCentre> visible(Collection<Finess> centres, CentreScope scope, Instant now) {
      return centres.stream()
          .filter(centre -> scope.covers(centre, "93", "11"))
          .sorted()
          .map(centre -> new KnownCentre(centre, "Centre " + centre, "MUNICIPAL", "93", "11"))
          .toList();
    }

    @Override
    public List<KnownCentre> all() {
      throw new UnsupportedOperationException();
    }
  }
}
