package fr.cadran.kit.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of rows that are derived from events: a UUID version 8 that begins with the milliseconds of a
 * moment, as version 7 does, and goes on with a hash of what the row is about. Whoever derives the
 * row again, in an empty database, gives it the same id. See {@code docs/adr/0024}.
 */
public final class DerivedId {
  private static final long RANDOM_A = 0xFFFL;
  private static final long VERSION_8 = 0x8000L;
  private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  /**
   * The id of what became known at a moment.
   *
   * @param at when it became known
   * @param names what it is, all of it; no two rows may share both
   */
  public static UUID of(Instant at, String... names) {
    MessageDigest digest = sha256();
    digest.update(at.toString().getBytes(StandardCharsets.UTF_8));
    for (String name : names) {
      // The length in front: "ab", "c" is not "a", "bc".
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = at.toEpochMilli() << 16 | VERSION_8 | (hash.getLong() & RANDOM_A);
    long low = VARIANT | (hash.getLong() & RANDOM_B);
    return new UUID(high, low);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
