package fr.cadran.kit.audit;

import fr.cadran.kit.id.IdSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what callers without an identity can write: the first calls of a minute get an entry each,
 * the others are counted, and the count is one entry for each address. A flood costs memory for a
 * thousand addresses and rows for so many, whatever its size.
 */
@ApplicationScoped
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
class AnonymousCalls {
  /** In place of the method of counted calls, which may differ. */
  static final String ANY_METHOD = "*";

  private static final int ADDRESSES = 1_000;
  private static final String OTHERS = "";
  private static final int NETWORK_BYTES = 8;

  private final AuditConfig config;
  private final Clock clock;
  private final IdSource ids;
  private final String service;

  private final Map<String, Tally> tallies = new HashMap<>();
  private Instant minute;
  private int written;

  AnonymousCalls(
      AuditConfig config,
      Clock clock,
      IdSource ids,
      @ConfigProperty(name = "cadran.service") String service) {
    this.config = config;
    this.clock = clock;
    this.ids = ids;
    this.service = service;
    this.minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  /** Whether this call gets an entry of its own; else it is counted. */
  synchronized boolean admit(@Nullable String address) {
    String network = network(address);
    String key = tallies.containsKey(network) || tallies.size() < ADDRESSES ? network : OTHERS;
    Tally tally = tallies.computeIfAbsent(key, first -> new Tally());
    if (tally.own >= config.anonymousPerAddress() || written >= config.anonymousInAll()) {
      tally.counted++;
      return false;
    }
    tally.own++;
    written++;
    return true;
  }

  /** The counts of a minute that is over, as entries; none before. */
  synchronized List<AuditEntry> counted(boolean stopping) {
    Instant now = clock.instant();
    if (!stopping && now.isBefore(minute.plus(1, ChronoUnit.MINUTES))) {
      return List.of();
    }
    List<AuditEntry> entries = new ArrayList<>();
    tallies.forEach((address, tally) -> {
      if (tally.counted > 0) {
        entries.add(entry(address.equals(OTHERS) ? null : address, tally.counted, now));
      }
    });
    tallies.clear();
    written = 0;
    minute = now.truncatedTo(ChronoUnit.MINUTES);
    return entries;
  }

  private AuditEntry entry(@Nullable String address, int count, Instant now) {
    return new AuditEntry(
        ids.next(),
        now,
        service,
        AuditOutcome.DENIED,
        null,
        null,
        "",
        address,
        "-",
        null,
        ANY_METHOD,
        null,
        null,
        null,
        null,
        null,
        count);
  }

  /** An IPv6 caller has a whole network of addresses to change through. */
  private static String network(@Nullable String address) {
    if (address == null) {
      return OTHERS;
    }
    InetAddress parsed = InetAddress.ofLiteral(address);
    if (!(parsed instanceof Inet6Address)) {
      return address;
    }
    byte[] bytes = parsed.getAddress();
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < NETWORK_BYTES; i += 2) {
      int group = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
      network.append(Integer.toHexString(group)).append(':');
    }
    return network.append(":/64").toString();
  }

  private static final class Tally {
    private int own;
    private int counted;
  }
}
