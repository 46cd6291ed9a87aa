package fr.cadran.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Holds the published API description against what the tests of the module saw of it, and against
 * the house's rules for descriptions. A service subclasses it as an {@code …IT} without starting
 * Quarkus, so that it runs after the tests that call the service with a {@link ContractFilter}:
 *
 * <pre>{@code
 * class CentresContractCoverageIT extends ContractCoverage {}
 * }</pre>
 *
 * What was seen is used up by the run: a second run without the tests before it fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContractCoverage {

  private final ContractFolder folder = ContractFolder.ofModule();

  /** The operationIds that anybody may call without a token. */
  protected Set<String> publicOperations() {
    return Set.of();
  }

  /** The documented answers that no test can provoke. */
  protected List<Unreachable> unreachable() {
    return List.of();
  }

  @Test
  void every_documented_answer_was_seen() throws IOException {
    assertThat(coverage().unseen(unreachable()))
        .as("documented answers that no test saw")
        .isEmpty();
  }

  @Test
  void what_is_declared_out_of_reach_is_out_of_reach() throws IOException {
    assertThat(coverage().wronglyUnreachable(unreachable())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> the_description() throws IOException {
    ApiDocument document = ApiDocument.parse(folder.document());
    return Arrays.stream(ApiLint.values())
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.name(),
                () -> assertThat(rule.findings(document, publicOperations())).isEmpty()));
  }

  @AfterAll
  void use_up_what_was_seen() throws IOException {
    folder.close();
  }

  private Coverage coverage() throws IOException {
    return new Coverage(ApiDocument.parse(folder.document()), folder.seen());
  }
}
