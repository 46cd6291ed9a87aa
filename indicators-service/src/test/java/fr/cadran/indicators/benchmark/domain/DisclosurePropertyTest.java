package fr.cadran.indicators.benchmark.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Plays an attacker who knows the registry, hence which centre is in which cell, asks every
 * question there is, and combines the answers.
 */
class DisclosurePropertyTest {
  private static final List<String> KINDS = List.of("MUNICIPAL", "ASSOCIATIF", "MUTUALISTE");
  private static final List<String> DEPARTEMENTS = List.of("75", "92", "93", "69", "38");

  @Provide
  Arbitrary<List<Member>> populations() {
    return Combinators.combine(
            Arbitraries.of(KINDS),
            Arbitraries.of(SizeBand.values()),
            Arbitraries.of(DEPARTEMENTS),
            Arbitraries.integers().between(0, 12))
        .as((kind, band, departement, value) ->
            new Member(
                new Finess("930000000"),
                kind,
                band,
                departement,
                region(departement),
                value(value)))
        .list()
        .ofMaxSize(70)
        .map(DisclosurePropertyTest::numbered);
  }

  private static String region(String departement) {
    return List.of("69", "38").contains(departement) ? "84" : "11";
  }

  private static Rational value(int value) {
    return Rational.of(value, 12);
  }

  private static List<Member> numbered(List<Member> members) {
    return IntStream.range(0, members.size())
        .mapToObj(i -> {
          Member one = members.get(i);
          return new Member(
              new Finess("9300%05d".formatted(i)),
              one.managerKind(),
              one.sizeBand(),
              one.departement(),
              one.region(),
              one.value());
        })
        .toList();
  }

  /** Every question that the filters allow, with the centres behind each answer that is given. */
  private static Map<Cell, BitSet> answers(List<Member> members, int minimum) {
    Map<Cell, BitSet> answers = new LinkedHashMap<>();
    Publication publication = Publication.of(members, minimum);
    for (@Nullable String kind : orNull(KINDS)) {
      for (@Nullable SizeBand band : orNull(List.of(SizeBand.values()))) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell(kind, band, null, null)));
        List.of("11", "84").forEach(region -> cells.add(new Cell(kind, band, region, null)));
        DEPARTEMENTS.forEach(place -> cells.add(new Cell(kind, band, null, place)));
        for (Cell cell : cells) {
          if (publication.allows(cell)) {
            BitSet inside = new BitSet();
            IntStream.range(0, members.size())
                .filter(i -> cell.holds(members.get(i)))
                .forEach(inside::set);
            answers.put(cell, inside);
          }
        }
      }
    }
    return answers;
  }

  private static <T> List<@Nullable T> orNull(List<T> values) {
    List<@Nullable T> all = new ArrayList<>(values);
    all.add(null);
    return all;
  }

  private static boolean small(BitSet set, int minimum) {
    return !set.isEmpty() && set.cardinality() < minimum;
  }

  private static BitSet without(BitSet one, BitSet other) {
    BitSet rest = (BitSet) one.clone();
    rest.andNot(other);
    return rest;
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet common = (BitSet) one.clone();
    common.and(other);
    return common;
  }

  @Property(tries = 150)
  void no_pair_of_answers_singles_out_few_centres(
      @ForAll("populations") List<Member> members,
      @ForAll @IntRange(min = 3, max = 11) int minimum) {
    List<BitSet> given = List.copyOf(answers(members, minimum).values());
    for (BitSet one : given) {
      assertThat(one.cardinality()).isGreaterThanOrEqualTo(minimum);
      for (BitSet other : given) {
        assertThat(small(without(one, other), minimum)).isFalse();
        assertThat(small(both(one, other), minimum)).isFalse();
      }
    }
  }

  @Property(tries = 150)
  void no_combination_of_all_answers_singles_out_few_centres(
      @ForAll("populations") List<Member> members,
      @ForAll @IntRange(min = 3, max = 11) int minimum) {
    // Centres that no answer tells apart; any set expression over answers is a union of these.
    Map<Cell, BitSet> answers = answers(members, minimum);
    Map<List<Cell>, Integer> alike = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      int place = i;
      List<Cell> signature =
          answers.entrySet().stream()
              .filter(answer -> answer.getValue().get(place))
              .map(Map.Entry::getKey)
              .toList();
      alike.merge(signature, 1, Integer::sum);
    }
    if (!members.isEmpty()) {
      assertThat(answers.isEmpty()).isEqualTo(members.size() < minimum);
    }
    if (!answers.isEmpty()) {
      assertThat(alike.values()).allMatch(size -> size >= minimum);
    }
  }

  @Property(tries = 80)
  void a_value_that_several_answers_share_fits_at_least_the_minimum_of_centres(
      @ForAll("populations") List<Member> members,
      @ForAll @IntRange(min = 3, max = 6) int minimum) {
    // The same uncommon figure in two distributions points at the centres that both have.
    Map<Rational, BitSet> owners = new HashMap<>();
    answers(members, minimum)
        .forEach((cell, inside) -> {
          Quartiles quartiles =
              Quartiles.of(inside.stream().mapToObj(i -> members.get(i).value()).toList());
          for (Rational figure :
              List.of(quartiles.lower(), quartiles.median(), quartiles.upper())) {
            owners.merge(
                figure,
                inside,
                (known, more) -> both(known, more).isEmpty() ? known : both(known, more));
          }
        });
    assertThat(owners.values()).noneMatch(candidates -> small(candidates, minimum));
  }

  @Property(tries = 80)
  void who_is_told_less_learns_nothing_of_the_order(
      @ForAll("populations") List<Member> members,
      @ForAll @IntRange(min = 3, max = 6) int minimum) {
    List<Member> turned = new ArrayList<>(members).reversed();
    assertThat(answers(turned, minimum).keySet()).isEqualTo(answers(members, minimum).keySet());
  }
}
