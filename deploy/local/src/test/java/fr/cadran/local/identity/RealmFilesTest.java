package fr.cadran.local.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("cadran.root"));

  private static final List<String> ALL =
      List.of(
          "ars-agent",
          "cpam-agent",
          "centre-manager",
          "cpts-coordinator",
          "editor",
          "auditor",
          "administrator");

  /** Who may do what; the one list to compare with the documentation of the API. */
  private static final Map<String, List<String>> SCOPES =
      Map.ofEntries(
          entry("centres:read", ALL),
          entry("centres:write", List.of("ars-agent")),
          entry("mandats:read", List.of("ars-agent", "centre-manager", "editor", "auditor")),
          entry("mandats:write", List.of("centre-manager")),
          entry("quarterly-data:read", List.of("ars-agent", "centre-manager", "editor", "auditor")),
          entry("quarterly-data:write", List.of("centre-manager", "editor")),
          entry(
              "indicators:read",
              List.of(
                  "ars-agent",
                  "cpam-agent",
                  "centre-manager",
                  "cpts-coordinator",
                  "editor",
                  "auditor")),
          entry("gains:calculate", ALL),
          entry("funding-tables:read", ALL),
          entry("funding-tables:write", List.of("administrator")),
          entry("appointments:write", List.of("editor")),
          entry("contracts:simulate", ALL),
          entry("payments:run", List.of("administrator")),
          entry("audit:read", List.of("auditor")),
          entry(
              "cpts:read",
              List.of("ars-agent", "cpam-agent", "cpts-coordinator", "auditor", "administrator")),
          entry("cpts:write", List.of("ars-agent")),
          entry("cpts:territory", List.of("ars-agent", "cpts-coordinator")),
          entry("cpts:stage", List.of("ars-agent", "cpts-coordinator")),
          entry(
              "contracts:read", List.of("ars-agent", "cpam-agent", "cpts-coordinator", "auditor")),
          entry("contracts:negotiate", List.of("ars-agent", "cpam-agent", "cpts-coordinator")),
          entry("contracts:sign", List.of("ars-agent", "cpam-agent", "cpts-coordinator")),
          entry("dialogues:sign", List.of("ars-agent", "cpam-agent", "cpts-coordinator")),
          entry("cpts:partners", List.of("ars-agent", "cpts-coordinator")));

  private final RealmFiles files = new RealmFiles(ROOT);

  @Test
  void every_scope_is_granted_to_exactly_the_roles_that_may_use_it() {
    Map<String, Set<String>> granted = new TreeMap<>();
    for (JsonNode mapping : files.realm().path("scopeMappings")) {
      granted.put(
          mapping.path("clientScope").asText(), new TreeSet<>(texts(mapping.path("roles"))));
    }
    granted.remove("cadran-access");

    Map<String, Set<String>> wanted = new TreeMap<>();
    SCOPES.forEach((scope, roles) -> wanted.put(scope, new TreeSet<>(roles)));
    assertThat(granted).isEqualTo(wanted);
  }

  @Test
  void no_scope_of_the_form_resource_action_lacks_a_role_and_so_falls_to_everybody() {
    Set<String> mapped =
        stream(files.realm().path("scopeMappings"))
            .map(mapping -> mapping.path("clientScope").asText())
            .collect(Collectors.toSet());

    assertThat(
            stream(files.realm().path("clientScopes"))
                .map(scope -> scope.path("name").asText())
                .filter(name -> name.contains(":")))
        .isNotEmpty()
        .allMatch(mapped::contains);
  }

  @Test
  void the_roles_are_those_of_the_api() {
    assertThat(stream(files.realm().at("/roles/realm")).map(role -> role.path("name").asText()))
        .containsExactlyElementsOf(ALL);
  }

  @Test
  void a_token_carries_the_audience_and_the_claims_that_limit_its_bearer() {
    JsonNode access =
        stream(files.realm().path("clientScopes"))
            .filter(scope -> scope.path("name").asText().equals("cadran-access"))
            .findFirst()
            .orElseThrow();

    assertThat(
            stream(access.path("protocolMappers"))
                .map(mapper -> mapper.at("/config/included.custom.audience").asText()))
        .contains("cadran-api");
    assertThat(
            stream(access.path("protocolMappers"))
                .filter(mapper -> mapper.at("/config/multivalued").asText().equals("true"))
                .map(mapper -> mapper.at("/config/claim.name").asText()))
        .containsExactlyInAnyOrder(
            "realm_access.roles", "territories", "caisse", "centres", "cpts");
  }

  @Test
  void nobody_but_an_administrator_changes_what_limits_an_account() throws IOException {
    String profile =
        files
            .realm()
            .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();

    Map<String, List<String>> editors = new TreeMap<>();
    for (JsonNode attribute : new ObjectMapper().readTree(profile).path("attributes")) {
      editors.put(attribute.path("name").asText(), texts(attribute.at("/permissions/edit")));
    }
    assertThat(editors).containsKeys("territories", "caisse", "centres", "cpts");
    assertThat(editors.values()).allMatch(List.of("admin")::equals);
  }

  @Test
  void production_has_no_client_open_and_no_user() {
    assertThat(files.realm().path("users")).isEmpty();
    assertThat(stream(files.realm().path("clients")))
        .isNotEmpty()
        .noneMatch(client -> client.path("enabled").asBoolean(true));
    assertThat(files.realm().path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(files.realm().path("accessTokenLifespan").asInt()).isEqualTo(300);
  }

  @Test
  void no_secret_is_committed() throws IOException {
    for (String name : List.of("cadran-realm.json", "cadran-demo.json")) {
      String text = Files.readString(ROOT.resolve("deploy/keycloak").resolve(name));
      assertThat(text).doesNotContain("PRIVATE KEY", "\"secret\"", "secretData", "\"d\"");
    }
    for (JsonNode user : files.demo().path("users")) {
      for (JsonNode credential : user.path("credentials")) {
        assertThat(credential.path("value").asText()).matches("\\$\\{CADRAN_PASSWORD_[A-Z0-9_]+}");
      }
    }
    for (JsonNode client : files.demo().path("clients")) {
      if (!client.path("publicClient").asBoolean()) {
        assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(client.at("/attributes/jwks.string").asText())
            .matches("\\$\\{CADRAN_JWKS_[A-Z0-9_]+}");
      }
    }
  }

  @Test
  void the_demo_accounts_are_those_of_the_documentation() {
    assertThat(files.accounts())
        .extracting(RealmFiles.Account::name)
        .contains(
            "ars-idf",
            "ars-93",
            "ars-75",
            "cpam-93",
            "centre-demo",
            "cpts-demo",
            "auditor",
            "admin",
            "editor-demo");
    assertThat(files.accounts())
        .contains(
            new RealmFiles.Account("ars-idf", "ars-agent", "territories=region:11", false),
            new RealmFiles.Account("centre-demo", "centre-manager", "centres=930012345", false),
            new RealmFiles.Account("editor-demo", "editor", "", true));
  }

  @Test
  void merging_fills_every_placeholder_and_keeps_both_files() {
    List<String> asked = new ArrayList<>();

    JsonNode merged =
        files.merged(name -> {
          asked.add(name);
          return "value \"of\" $1 " + name;
        });

    assertThat(merged.toString()).doesNotContain("${CADRAN_");
    assertThat(asked).contains("CADRAN_PASSWORD_ARS_93", "CADRAN_JWKS_EDITOR_DEMO");
    assertThat(merged.at("/users/1/credentials/0/value").asText())
        .isEqualTo("value \"of\" $1 CADRAN_PASSWORD_ARS_93");
    assertThat(merged.path("clients"))
        .hasSize(files.realm().path("clients").size() + files.demo().path("clients").size());
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }
}
