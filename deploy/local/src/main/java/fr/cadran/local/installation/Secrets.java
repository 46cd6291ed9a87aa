package fr.cadran.local.installation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of one installation: drawn at random when first asked for, kept in {@code
 * secrets.properties} of the home folder (owner only), never in the checkout.
 */
public final class Secrets {
  private static final int BYTES = 24;

  private final Installation installation;
  private final Properties values;
  private final SecureRandom random = new SecureRandom();

  public Secrets(Installation installation) {
    this.installation = installation;
    this.values = Installation.read(installation.secretsFile());
  }

  /** The secret of that name; made and saved when it is new. */
  public synchronized String of(String name) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    values.setProperty(name, fresh);
    Installation.write(installation.secretsFile(), values);
    return fresh;
  }
}
