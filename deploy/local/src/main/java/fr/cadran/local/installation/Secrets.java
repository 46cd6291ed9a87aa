package fr.cadran.local.installation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;

/**
 * The passwords of one installation: drawn at random when first asked for, kept in {@code
 * secrets.properties} of the home folder (owner only), never in the checkout. One that the
 * environment gives ({@code CADRAN_SECRET_<name>}) takes the place of one that was drawn.
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
    String given = installation.environment().get(variable(name));
    if (given == null || given.isBlank()) {
      return known == null ? keep(name, draw()) : known;
    }
    return given.equals(known) ? given : keep(name, given);
  }

  private String keep(String name, String value) {
    values.setProperty(name, value);
    Installation.write(installation.secretsFile(), values);
    return value;
  }

  private String draw() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** For example {@code CADRAN_SECRET_IDENTITY_ADMIN} of {@code identity.admin}. */
  private static String variable(String name) {
    return "CADRAN_SECRET_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
