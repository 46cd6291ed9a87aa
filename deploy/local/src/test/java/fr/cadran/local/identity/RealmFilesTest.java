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
          entry("quarterly-data:validate", List.of("ars-agent")),
          entry("quarters:write", List.of("ars-agent", "administrator")),
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
          entry("indicators:recompute", List.of("administrator")),
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
          entry("cpts:partners", List.of("ars-agent", "cpts-coordinator")),
          entry("programmes:read", List.of("ars-agent", "centre-manager", "auditor")),
          entry("programmes:write", List.of("ars-agent")),
          entry(
              "coordination:read", List.of("ars-agent", "cpam-agent", "centre-manager", "auditor")),
          entry("coordination:write", List.of("centre-manager")),
          entry("coordination-amounts:write", List.of("administrator")));

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
  void production_speaks_tls_only_and_the_demo_alone_may_do_without() {
    assertThat(files.realm().path("sslRequired").asText()).isEqualTo("all");
    assertThat(files.demo().path("sslRequired").asText()).isEqualTo("external");
    assertThat(files.merged(name -> "x").path("sslRequired").asText()).isEqualTo("external");
    assertThat(files.demo().properties().stream().filter(entry -> entry.getValue().isValueNode()))
        .extracting(Map.Entry::getKey)
        .containsExactly("realm", "sslRequired");
  }

  @Test
  void who_guesses_passwords_is_slowed_down_and_nobody_is_locked_out_for_good() {
    JsonNode realm = files.realm();
    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.path("permanentLockout").asBoolean(true)).isFalse();
    assertThat(realm.path("failureFactor").asInt()).isBetween(3, 10);
    assertThat(realm.path("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
    assertThat(realm.path("maxFailureWaitSeconds").asInt()).isBetween(600, 3600);
    assertThat(realm.path("passwordPolicy").asText())
        .contains("length(16)", "notUsername", "notEmail", "passwordHistory");
    for (String door :
        List.of(
            "registrationAllowed",
            "resetPasswordAllowed",
            "rememberMe",
            "loginWithEmailAllowed",
            "editUsernameAllowed")) {
      assertThat(realm.path(door).asBoolean(true)).as(door).isFalse();
    }
  }

  @Test
  void a_token_is_short_and_a_session_ends() {
    JsonNode realm = files.realm();
    assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
    assertThat(realm.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
    assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(300, 3600);
    assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isBetween(3600, 43200);
    assertThat(realm.path("clientSessionIdleTimeout").asInt()).isBetween(300, 3600);
    assertThat(realm.path("clientSessionMaxLifespan").asInt()).isBetween(3600, 43200);
    assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
    assertThat(realm.path("refreshTokenMaxReuse").asInt(1)).isZero();
    assertThat(realm.path("offlineSessionMaxLifespanEnabled").asBoolean()).isTrue();
    assertThat(stream(realm.path("clientScopes")).map(scope -> scope.path("name").asText()))
        .doesNotContain("offline_access");
  }

  @Test
  void failures_are_on_record_without_what_was_typed() {
    JsonNode realm = files.realm();
    assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
    assertThat(texts(realm.path("eventsListeners"))).contains("jboss-logging");
    assertThat(texts(realm.path("enabledEventTypes")))
        .contains(
            "LOGIN_ERROR",
            "CLIENT_LOGIN_ERROR",
            "REFRESH_TOKEN_ERROR",
            "IDENTITY_PROVIDER_LOGIN_ERROR",
            "USER_DISABLED_BY_TEMPORARY_LOCKOUT");
    assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
    assertThat(realm.path("adminEventsDetailsEnabled").asBoolean(true)).isFalse();
  }

  @Test
  void the_signing_key_has_a_name_and_a_priority_so_that_another_can_follow_it() {
    assertThat(
            stream(files.realm().at("/components/org.keycloak.keys.KeyProvider"))
                .filter(key -> key.path("providerId").asText().startsWith("rsa")))
        .singleElement()
        .satisfies(key -> {
          assertThat(key.path("name").asText()).isEqualTo("signature-1");
          assertThat(key.at("/config/priority/0").asText()).isEqualTo("100");
          assertThat(key.at("/config/algorithm/0").asText())
              .isEqualTo(files.realm().path("defaultSignatureAlgorithm").asText());
          // Drawn by the server: a key in a file is a key that leaks.
          assertThat(key.path("config").has("privateKey")).isFalse();
        });
  }

  @Test
  void a_client_that_somebody_adds_by_hand_gets_no_right_unasked() {
    assertThat(texts(files.realm().path("defaultDefaultClientScopes")))
        .containsExactly("basic", "cadran-access");
    assertThat(texts(files.realm().path("defaultOptionalClientScopes")))
        .containsExactlyInAnyOrderElementsOf(
            stream(files.realm().path("clientScopes"))
                .map(scope -> scope.path("name").asText())
                .filter(name -> name.contains(":"))
                .toList());
    assertThat(files.realm().at("/defaultRole/composite").asBoolean(true)).isFalse();
  }

  @Test
  void the_national_identifier_of_a_professional_never_leaves_the_server() {
    List<String> mapped = new ArrayList<>();
    for (JsonNode owner : files.merged(name -> "x").path("clientScopes")) {
      owner
          .path("protocolMappers")
          .forEach(mapper -> mapped.add(mapper.at("/config/user.attribute").asText()));
    }
    for (JsonNode owner : files.merged(name -> "x").path("clients")) {
      owner
          .path("protocolMappers")
          .forEach(mapper -> mapped.add(mapper.at("/config/user.attribute").asText()));
    }
    assertThat(mapped).contains("territories").doesNotContain("rpps", "username", "email");
  }

  @Test
  void pro_sante_connect_is_a_template_that_is_off_and_gives_no_role() throws IOException {
    JsonNode template =
        new ObjectMapper()
            .readTree(ROOT.resolve("deploy/keycloak/pro-sante-connect.json").toFile());
    JsonNode provider = template.at("/identityProviders/0");
    assertThat(provider.path("enabled").asBoolean(true)).isFalse();
    assertThat(provider.path("storeToken").asBoolean(true)).isFalse();
    assertThat(provider.path("trustEmail").asBoolean(true)).isFalse();
    JsonNode config = provider.path("config");
    assertThat(config.path("defaultScope").asText()).isEqualTo("openid scope_all");
    assertThat(config.path("authorizationUrl").asText()).endsWith("/auth?acr_values=eidas1");
    assertThat(config.path("claimFilterName").asText()).isEqualTo("acr");
    assertThat(config.path("claimFilterValue").asText()).isEqualTo("eidas1");
    for (String on : List.of("validateSignature", "useJwksUrl", "pkceEnabled", "filteredByClaim")) {
      assertThat(config.path(on).asText()).as(on).isEqualTo("true");
    }
    assertThat(config.path("clientSecret").asText()).startsWith("${vault.");
    assertThat(
            stream(template.path("identityProviderMappers"))
                .map(mapper -> mapper.path("identityProviderMapper").asText()))
        .isNotEmpty()
        .noneMatch(type -> type.contains("role") || type.contains("group"));
  }

  @Test
  void an_added_client_has_the_scopes_of_an_editor_and_no_other() {
    JsonNode client =
        EditorClients.representation(
            new EditorClients.EditorClient("logiciel-martin", true), "{\"keys\":[]}", files);

    assertThat(texts(client.path("defaultClientScopes")))
        .containsExactlyInAnyOrder(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("basic", "cadran-access"),
                    SCOPES.entrySet().stream()
                        .filter(scope -> scope.getValue().contains("editor"))
                        .map(Map.Entry::getKey))
                .toArray(String[]::new));
    assertThat(client.path("optionalClientScopes")).isEmpty();
    assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
    assertThat(
            client.path("attributes").path("tls.client.certificate.bound.access.tokens").asText())
        .isEqualTo("true");
    for (String off :
        List.of(
            "publicClient",
            "standardFlowEnabled",
            "implicitFlowEnabled",
            "directAccessGrantsEnabled",
            "fullScopeAllowed")) {
      assertThat(client.path(off).asBoolean(true)).as(off).isFalse();
    }
  }

  @Test
  void no_secret_is_committed() throws IOException {
    for (String name : List.of("cadran-realm.json", "cadran-demo.json", "pro-sante-connect.json")) {
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
        assertThat(client.path("attributes").path("token.endpoint.auth.signing.max.exp").asText())
            .isEqualTo("60");
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
