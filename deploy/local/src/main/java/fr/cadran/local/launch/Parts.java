package fr.cadran.local.launch;

import fr.cadran.local.build.Build;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.part.BrokerPart;
import fr.cadran.local.part.DatabasePart;
import fr.cadran.local.part.IdentityPart;
import fr.cadran.local.part.Part;
import fr.cadran.local.part.ServicePart;

/** Makes the part behind a name. */
final class Parts {
  private final Installation installation;
  private final Ports ports;
  private final Secrets secrets;
  private final Build build;

  Parts(Installation installation, Ports ports) {
    this.installation = installation;
    this.ports = ports;
    this.secrets = new Secrets(installation);
    this.build = new Build(installation);
  }

  Part of(PartName name) {
    return switch (name) {
      case DATABASE -> new DatabasePart(installation, ports, secrets);
      case BROKER -> new BrokerPart(installation, ports);
      case IDENTITY -> new IdentityPart(installation, ports, secrets, build.identityServer());
      case CENTRES, INDICATORS, CONTRACTS, GATEWAY ->
          new ServicePart(name, installation, ports, secrets, build.serviceJar(name));
    };
  }
}
