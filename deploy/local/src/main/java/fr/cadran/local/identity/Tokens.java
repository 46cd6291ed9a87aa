package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bearer tokens of the demo accounts and of added clients from the running identity server: users
 * by name and password over the demo client {@code cadran-cli}, editors by client credentials with
 * {@code private_key_jwt}.
 */
public final class Tokens {
  private final Installation installation;
  private final Secrets secrets;
  private final String realm;
  private final String endpoint;

  public Tokens(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
    this.realm = ports.url(PartName.IDENTITY) + "/realms/cadran";
    this.endpoint =
        ports.address(PartName.IDENTITY) + "/realms/cadran/protocol/openid-connect/token";
  }

  /**
   * A fresh access token.
   *
   * @throws LaunchFailure when there is no such account or the server gives none
   */
  public String of(String account) {
    Map<String, String> form = new TreeMap<>();
    if (isClient(account)) {
      form.put("grant_type", "client_credentials");
      form.put("client_id", account);
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", new EditorKeys(installation).assertion(account, realm));
    } else {
      form.put("grant_type", "password");
      form.put("client_id", "cadran-cli");
      form.put("username", account);
      form.put("password", secrets.of(Realm.passwordSecret(account)));
    }
    return request(account, form);
  }

  private boolean isClient(String account) {
    List<String> names = new ArrayList<>();
    for (RealmFiles.Account known : new RealmFiles(installation.root()).accounts()) {
      if (known.name().equals(account)) {
        return known.client();
      }
      names.add(known.name());
    }
    for (EditorClients.EditorClient added : EditorClients.of(installation)) {
      if (added.name().equals(account)) {
        return true;
      }
      names.add(added.name());
    }
    throw new LaunchFailure(
        "there is no account '"
            + account
            + "'; accounts: "
            + String.join(", ", names)
            + "; ./platform client add NAME adds a client.");
  }

  private String request(String account, Map<String, String> form) {
    URI uri = URI.create(endpoint);
    try {
      Http.Answer answer = Http.postForm(uri, form);
      JsonNode body =
          new ObjectMapper().readTree(answer.body().startsWith("{") ? answer.body() : "{}");
      if (!answer.ok()) {
        throw new LaunchFailure(
            "identity gave no token to "
                + account
                + " (HTTP "
                + answer.status()
                + ": "
                + body.path("error_description").asText(body.path("error").asText())
                + "); its log: "
                + installation.log(PartName.IDENTITY));
      }
      return body.path("access_token").asText();
    } catch (IOException e) {
      throw new LaunchFailure(
          "identity does not answer at " + endpoint + "; start it with ./platform up.", e);
    }
  }
}
