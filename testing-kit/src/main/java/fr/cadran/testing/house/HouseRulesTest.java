package fr.cadran.testing.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every house rule on the main classes under one root package. A module subclasses it in one
 * line:
 *
 * <pre>{@code
 * class CentresHouseRulesTest extends HouseRulesTest {
 *   CentresHouseRulesTest() { super("fr.cadran.centres"); }
 * }
 * }</pre>
 *
 * A service without a layer says so: {@code super("fr.cadran.gateway", without(Layer.DOMAIN, "it
 * only forwards"))}.
 */
public abstract class HouseRulesTest {

  private final String root;
  private final HouseRules rules;

  /** For a service: every rule, each layer present unless an absence says why it is not. */
  protected HouseRulesTest(String root, Absence... absences) {
    this(root, Kind.SERVICE, absences);
  }

  /** For another kind of module. */
  protected HouseRulesTest(String root, Kind kind, Absence... absences) {
    this.root = root;
    this.rules = new HouseRules(root, kind, List.of(absences));
  }

  protected static Absence without(Layer layer, String reason) {
    return new Absence(layer, reason);
  }

  @TestFactory
  Stream<DynamicTest> the_house_rule() {
    JavaClasses classes = mainClasses();
    return rules.all().stream()
        .map(named -> DynamicTest.dynamicTest(named.name(), () -> named.rule().check(classes)));
  }

  @Test
  void the_root_package_has_classes() {
    assertThat(mainClasses()).as("classes under " + root).isNotEmpty();
  }

  @Test
  void a_rule_that_checks_nothing_fails() {
    assertThat(ArchConfiguration.get().getPropertyOrDefault("archRule.failOnEmptyShould", "true"))
        .isEqualTo("true");
  }

  @Test
  void a_layer_declared_absent_is_absent() {
    assertThat(mainClasses().stream().filter(rules::contradictsAbsence).map(JavaClass::getName))
        .as("classes in a layer declared absent")
        .isEmpty();
  }

  private JavaClasses mainClasses() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(root);
  }
}
