package fr.cadran.testing.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a fixture under {@code bites}, in the package of its name in lower case, that
 * breaks this rule and no other. A rule without a fixture fails here.
 */
class HouseRulesBiteTest {

  private static final String FIXTURES = "fr.cadran.testing.house.";

  static Stream<String> rules() {
    return HouseRules.ruleMethods().map(Method::getName);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_fixture_breaks_this_rule_and_no_other(String rule) {
    String root = FIXTURES + "bites." + rule.toLowerCase(Locale.ROOT);
    JavaClasses fixture = classes(root);

    assertThat(fixture).as("fixture of the rule " + rule).isNotEmpty();
    assertThat(broken(root, fixture)).containsExactly(rule);
  }

  @Test
  void every_fixture_belongs_to_a_rule() {
    Stream<String> fixtures =
        classes(FIXTURES + "bites").stream()
            .map(type -> type.getPackageName().substring((FIXTURES + "bites.").length()))
            .map(name -> name.split("\\.", -1)[0])
            .distinct();

    assertThat(fixtures)
        .containsExactlyInAnyOrderElementsOf(
            rules().map(rule -> rule.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void a_sound_service_keeps_every_rule_and_no_rule_is_empty() {
    JavaClasses sound = classes(FIXTURES + "sound");

    assertThat(new HouseRules(FIXTURES + "sound", Kind.SERVICE, List.of()).all())
        .hasSize((int) rules().count())
        .allSatisfy(named -> named.rule().check(sound));
  }

  @Test
  void a_rule_on_a_missing_layer_fails_until_the_service_says_why() {
    String root = FIXTURES + "bites.nofieldinjection";
    JavaClasses restOnly = classes(root);

    assertThatThrownBy(
            () -> new HouseRules(root, Kind.SERVICE, List.of()).domainIsPlainJava().check(restOnly))
        .hasMessageContaining("failed to check any classes");

    new HouseRules(root, Kind.SERVICE, List.of(new Absence(Layer.DOMAIN, "it only forwards")))
        .domainIsPlainJava()
        .check(restOnly);
  }

  @Test
  void an_absence_that_is_no_longer_true_is_found() {
    HouseRules stale =
        new HouseRules(
            FIXTURES + "sound",
            Kind.SERVICE,
            List.of(new Absence(Layer.DOMAIN, "it only forwards")));

    assertThat(classes(FIXTURES + "sound").stream().filter(stale::contradictsAbsence))
        .extracting(type -> type.getSimpleName())
        .contains("Visit");
  }

  @Test
  void an_absence_without_a_reason_is_refused() {
    assertThatThrownBy(() -> new Absence(Layer.DOMAIN, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_way_to_ask_for_the_moment_is_found_and_a_given_clock_is_not() {
    String root = FIXTURES + "bites.clockandidsareinjected";
    HouseRules rules = new HouseRules(root, Kind.SERVICE, List.of());

    assertThat(
            rules.clockAndIdsAreInjected().evaluate(classes(root)).getFailureReport().getDetails())
        .hasSize(11);
  }

  @Test
  void every_empty_name_is_found_and_terms_of_the_domain_are_not() {
    String root = FIXTURES + "bites.noemptynames";
    HouseRules rules = new HouseRules(root, Kind.SERVICE, List.of());

    assertThat(rules.noEmptyNames().evaluate(classes(root)).getFailureReport().getDetails())
        .hasSize(5);
  }

  @Test
  void shared_code_is_spared_the_rules_on_layers_only() {
    List<String> shared =
        new HouseRules(FIXTURES + "sound", Kind.SHARED, List.of())
            .all().stream().map(HouseRules.Named::name).toList();

    assertThat(shared)
        .contains("servicesStandAlone", "clockAndIdsAreInjected", "noGenericExceptions")
        .doesNotContain("domainIsPlainJava", "transactionsOnlyInApplication");
  }

  private static JavaClasses classes(String root) {
    return new ClassFileImporter().importPackages(root);
  }

  private static List<String> broken(String root, JavaClasses fixture) {
    Collection<HouseRules.Named> all = new HouseRules(root, Kind.SERVICE, List.of()).all();
    return all.stream()
        // A fixture has the layers it needs; that a missing layer fails is proved on its own.
        .filter(named -> named.rule().allowEmptyShould(true).evaluate(fixture).hasViolation())
        .map(HouseRules.Named::name)
        .toList();
  }
}
