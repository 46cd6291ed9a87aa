package fr.cadran.testing.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The glossary check on this checkout. */
class GlossaryTest {

  @Test
  void every_name_in_the_checkout_agrees_with_the_glossary() throws Exception {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root")));

    assertThat(GlossaryCheck.findings(root)).isEmpty();
  }
}
