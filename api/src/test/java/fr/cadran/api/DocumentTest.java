package fr.cadran.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.gateway.description.OpenApi30;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The merged document as its readers and the generators of clients see it. */
class DocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
  private static final Pattern RELEASE = Pattern.compile("openapi-([0-9]+(?:\\.[0-9]+){2})\\.json");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    document = JSON.readTree(ROOT.resolve("api/target/openapi.json").toFile());
  }

  private record Release(String version, Path file) {
    static Release of(Path file) {
      Matcher name = RELEASE.matcher(file.getFileName().toString());
      assertThat(name.matches()).as("%s names a version", file).isTrue();
      return new Release(name.group(1), file);
    }
  }

  private static Release lastRelease() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/api"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(Release::of)
          .max(Comparator.comparing(Release::version, DocumentTest::compareVersions))
          .orElseThrow();
    }
  }

  private static int compareVersions(String one, String other) {
    String[] first = one.split("\\.", -1);
    String[] second = other.split("\\.", -1);
    for (int part = 0; part < first.length; part++) {
      int order = Integer.compare(Integer.parseInt(first[part]), Integer.parseInt(second[part]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<JsonNode> operations() {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode path : document.path("paths")) {
      path.properties().stream()
          .filter(member -> METHODS.contains(member.getKey()))
          .forEach(member -> all.add(member.getValue()));
    }
    return all;
  }

  @Test
  void nothing_that_the_last_release_promised_is_broken() throws IOException {
    Release release = lastRelease();
    assertThat(ApiCompatibility.breaks(JSON.readTree(release.file().toFile()), document))
        .as("changes since %s that break a client", release.version())
        .isEmpty();
  }

  @Test
  void a_document_that_differs_from_the_last_release_has_a_later_version() throws IOException {
    Release release = lastRelease();
    JsonNode released = JSON.readTree(release.file().toFile());
    String version = document.at("/info/version").asText();
    assertThat(released.at("/info/version").asText()).isEqualTo(release.version());
    if (document.equals(released)) {
      assertThat(version).isEqualTo(release.version());
    } else {
      assertThat(compareVersions(version, release.version()))
          .as("cadran.api-version %s after the release %s", version, release.version())
          .isPositive();
    }
    assertThat(version).as("what is under /v1 is version 1").startsWith("1.");
  }

  @Test
  void every_operation_has_a_readable_name_of_its_own() {
    List<String> ids = operations().stream().map(one -> one.path("operationId").asText()).toList();
    assertThat(ids)
        .hasSizeGreaterThan(80)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z]+([A-Z][a-z]*)+([0-9]+)?"));
    // Generators in languages without case, or for file names without it.
    assertThat(ids.stream().map(id -> id.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
  }

  @Test
  void every_schema_has_a_name_that_no_order_of_classes_decides() {
    List<String> names =
        document.at("/components/schemas").properties().stream().map(one -> one.getKey()).toList();
    assertThat(names).hasSizeGreaterThan(200).allMatch(name -> name.matches("[A-Z][A-Za-z]+"));
    assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
  }

  @Test
  void every_operation_says_whether_it_asks_for_a_token() {
    assertThat(operations()).allMatch(one -> one.path("security").isArray());
    assertThat(
            operations().stream()
                .filter(one -> one.path("security").isEmpty())
                .map(one -> one.path("operationId").asText()))
        .containsExactlyInAnyOrder("getOpenApi", "getOpenApi30", "getProblem");
  }

  @Test
  void every_reference_leads_somewhere_in_both_renderings() {
    for (JsonNode rendering : List.of(document, OpenApi30.of(document))) {
      assertThat(rendering.findValuesAsText("$ref"))
          .isNotEmpty()
          .allMatch(reference -> !rendering.at(reference.substring(1)).isMissingNode());
    }
  }

  @Test
  void the_written_rendering_is_the_one_that_the_gateway_makes() throws IOException {
    assertThat(JSON.readTree(ROOT.resolve("api/target/openapi-3.0.json").toFile()))
        .isEqualTo(OpenApi30.of(document));
  }
}
