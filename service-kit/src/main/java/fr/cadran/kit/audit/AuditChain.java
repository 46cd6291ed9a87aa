package fr.cadran.kit.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How entries are chained: SHA-256 over the form's name, the hash before, the number and every
 * field in a fixed order, each with its length, so that no two entries are written alike.
 */
public final class AuditChain {
  private static final String FORM = "cadran-audit-1";
  private static final HexFormat HEX = HexFormat.of();
  private static final int ABSENT = -1;

  private AuditChain() {}

  /** What the first entry of a service is chained to. */
  public static String beginning(String service) {
    return HEX.formatHex(sha256().digest((FORM + '\n' + service).getBytes(StandardCharsets.UTF_8)));
  }

  /** The entry in the place behind another. */
  public static ChainedEntry chain(String previousHash, long sequence, AuditEntry entry) {
    return new ChainedEntry(sequence, entry, previousHash, hash(previousHash, sequence, entry));
  }

  /** The hash that an entry has in this place. */
  public static String hash(String previousHash, long sequence, AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, FORM);
      out.write(HEX.parseHex(previousHash));
      out.writeLong(sequence);
      out.writeLong(entry.call().getMostSignificantBits());
      out.writeLong(entry.call().getLeastSignificantBits());
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
      text(out, entry.service());
      text(out, entry.outcome().name());
      text(out, entry.subject());
      text(out, entry.client());
      text(out, entry.roles());
      text(out, entry.address());
      text(out, entry.requestId());
      text(out, entry.operation());
      text(out, entry.method());
      text(out, entry.route());
      text(out, entry.resource());
      text(out, entry.filters());
      text(out, entry.status() == null ? null : entry.status().toString());
      text(out, entry.code());
      out.writeInt(entry.calls());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return HEX.formatHex(sha256().digest(bytes.toByteArray()));
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
