package fr.cadran.local.launch;

import fr.cadran.local.identity.RealmFiles;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import java.util.Locale;
import java.util.Set;

/** What a newcomer needs once everything runs: addresses, accounts, three calls to try. */
public final class Guide {
  private final Installation installation;
  private final Ports ports;

  public Guide(Installation installation, Ports ports) {
    this.installation = installation;
    this.ports = ports;
  }

  /** The text for the parts that were started. */
  public String text(Set<PartName> started) {
    StringBuilder text = new StringBuilder();
    if (started.contains(PartName.GATEWAY)) {
      line(
          text,
          "API",
          address(PartName.GATEWAY)
              + "/v1 (described in "
              + address(PartName.GATEWAY)
              + "/v1/openapi.json)");
    }
    if (started.contains(PartName.IDENTITY)) {
      line(
          text,
          "identity",
          address(PartName.IDENTITY)
              + "/admin (user admin, password identity.admin in "
              + installation.secretsFile()
              + ")");
    }
    if (started.contains(PartName.DATABASE)) {
      line(text, "database", "127.0.0.1:" + ports.of(PartName.DATABASE));
    }
    if (started.contains(PartName.BROKER)) {
      line(text, "broker", "127.0.0.1:" + ports.of(PartName.BROKER));
    }
    line(text, "logs", "./platform logs PART");
    if (started.contains(PartName.IDENTITY)) {
      text.append("\nDemo accounts, for ./platform token ACCOUNT:\n");
      for (RealmFiles.Account account : new RealmFiles(installation.root()).accounts()) {
        text.append(
            String.format(
                    Locale.ROOT,
                    "  %-13s %-17s %s",
                    account.name(),
                    account.role(),
                    account.client() ? "client, private_key_jwt" : account.limits())
                .stripTrailing());
        text.append('\n');
      }
    }
    if (started.contains(PartName.GATEWAY)) {
      text.append(
          """

          Try:
            curl -s -H "Authorization: Bearer $(./platform token ars-93)" "$(./platform url)/v1/centres?departement=93"
            curl -s -H "Authorization: Bearer $(./platform token ars-93)" "$(./platform url)/v1/indicator-values?centre=930012345&quarter=2013-Q3&indicator=taux-non-venue"
            curl -s -H "Authorization: Bearer $(./platform token auditor)" -H "Content-Type: application/json" \\
              -d '{"method":"bao-2014","rows":[{"specialty":"MEDECINE_GENERALE","honoured":1200,"withoutAppointment":300,"cancelled":110,"notHonoured":100,"revenue":100000.00}]}' \\
              "$(./platform url)/v1/gain-calculations/NON_VENUE"
          """);
    }
    return text.toString();
  }

  private String address(PartName name) {
    return "http://127.0.0.1:" + ports.of(name);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, value));
  }
}
