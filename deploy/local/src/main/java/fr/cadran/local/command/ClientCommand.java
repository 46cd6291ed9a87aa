package fr.cadran.local.command;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.identity.EditorClients;
import fr.cadran.local.identity.EditorClients.EditorClient;
import fr.cadran.local.identity.EditorKeys;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.LaunchLock;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds, lists and removes editor clients, and gives them other keys. */
@Command(
    name = "client",
    description = "Add, list and remove editor clients (private_key_jwt), rotate their keys.",
    mixinStandardHelpOptions = true)
public final class ClientCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "add",
      description = {
        "Make a key pair and an editor client that proves who it is with it.",
        "The private key stays in a file of its owner; it is never shown."
      },
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(
              paramLabel = "NAME",
              description = "The client_id: 3 to 64 small letters, digits and hyphens.")
          String name,
      @Option(
              names = "--certificate-bound",
              description = {
                "Bind its tokens to the TLS certificate that it asks for them with (RFC 8705).",
                "Then identity must be asked over TLS, which it does not offer on loopback."
              })
          boolean certificateBound) {
    EditorClient client = change(clients -> clients.add(name, certificateBound));
    System.out.println("Client " + name + " added, role editor.");
    tellNext(client);
    return 0;
  }

  @Command(
      name = "list",
      description = "List the clients that were added.",
      mixinStandardHelpOptions = true)
  int list() {
    Installation installation = Installation.current();
    RunningParts.require(installation);
    List<EditorClient> clients = EditorClients.of(installation);
    if (clients.isEmpty()) {
      System.out.println("None was added; ./platform client add NAME adds one.");
      return 0;
    }
    EditorKeys keys = new EditorKeys(installation);
    System.out.printf(Locale.ROOT, "%-32s %-18s %s%n", "CLIENT", "TOKENS", "KEY");
    for (EditorClient client : clients) {
      System.out.printf(
          Locale.ROOT,
          "%-32s %-18s %s%n",
          client.name(),
          client.certificateBound() ? "certificate-bound" : "bearer",
          keys.has(client.name()) ? keys.keyId(client.name()) : "no key here");
    }
    return 0;
  }

  @Command(
      name = "remove",
      description = "Remove a client and its key; the token it holds lives out its five minutes.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "NAME", description = "The client_id.") String name) {
    change(clients -> {
      clients.remove(name);
      return name;
    });
    System.out.println(
        "Client " + name + " removed. Mandats that name it stay, without effect: revoke them.");
    return 0;
  }

  @Command(
      name = "rotate",
      description = "Give a client another key; the one before is refused at once.",
      mixinStandardHelpOptions = true)
  int rotate(@Parameters(paramLabel = "NAME", description = "The client_id.") String name) {
    EditorClient client = change(clients -> clients.rotate(name));
    System.out.println("Client " + name + " has another key.");
    tellNext(client);
    return 0;
  }

  private static <T> T change(Function<EditorClients, T> act) {
    Installation installation = Installation.current();
    RunningParts.require(installation);
    try (LaunchLock lock = LaunchLock.take(installation)) {
      T done =
          act.apply(
              new EditorClients(installation, installation.ports(), new Secrets(installation)));
      if (!lock.isHeld()) {
        throw new LaunchFailure("the launcher's lock was lost.");
      }
      return done;
    }
  }

  private static void tellNext(EditorClient client) {
    Installation installation = Installation.current();
    EditorKeys keys = new EditorKeys(installation);
    String name = client.name();
    System.out.printf(
        Locale.ROOT,
        """
          private key     %s (ES256, one JWK, for you only)
          key id          %s
          token endpoint  http://127.0.0.1:%d/realms/cadran/protocol/openid-connect/token
        """,
        keys.file(name),
        keys.keyId(name),
        installation.ports().of(PartName.IDENTITY));
    if (client.certificateBound()) {
      System.out.println(
          "\nIts tokens are bound to a TLS certificate: docs/identity.md says how to ask for them.");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        """

        Next, a mandat by a centre, then a call of the client:
          curl -s -H "Authorization: Bearer $(./platform token centre-demo)" -H "Content-Type: application/json" \\
            -d '{"clientId":"%1$s","scopes":["quarterly-data:write"],"validUntil":"2027-12-31"}' \\
            "$(./platform url)/v1/centres/930012345/mandats"
          curl -s -H "Authorization: Bearer $(./platform token %1$s)" "$(./platform url)/v1/centres/930012345"
        """,
        name);
  }
}
