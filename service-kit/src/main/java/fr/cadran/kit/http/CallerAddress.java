package fr.cadran.kit.http;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from. What {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For} say counts
 * only as far as trusted peers wrote it: the last address that is not one of theirs.
 */
@Singleton
public class CallerAddress {
  public static final String FORWARDED = "Forwarded";
  public static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|[;,])\\s*for\\s*=\\s*(\"[^\"]*\"|[^;,\\s]*)");
  private static final int MOST_HOPS = 20;

  private final List<Network> trusted;

  /**
   * @param trustedPeers addresses ({@code ::1}) and networks ({@code 10.2.0.0/16}) of our own
   *     proxies
   */
  public CallerAddress(
      @ConfigProperty(name = "cadran.http.trusted-peers") List<String> trustedPeers) {
    this.trusted = trustedPeers.stream().map(Network::parse).toList();
  }

  /**
   * The address of the caller as a literal.
   *
   * @param peer who is at the other end of the connection
   * @param forwarded the header {@code Forwarded}, all its values by comma
   * @param forwardedFor the header {@code X-Forwarded-For}, likewise; used without the other
   * @return null when even the peer is not known
   */
  public @Nullable String of(
      @Nullable String peer, @Nullable String forwarded, @Nullable String forwardedFor) {
    InetAddress nearest = literal(peer);
    if (nearest == null) {
      return null;
    }
    List<String> hops = forwarded == null ? list(forwardedFor) : forwardedHops(forwarded);
    for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest); i--) {
      InetAddress before = literal(hops.get(i));
      if (before == null) {
        break;
      }
      nearest = before;
    }
    return nearest.getHostAddress();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static List<String> list(@Nullable String header) {
    return header == null ? List.of() : last(List.of(header.split(",", -1)));
  }

  private static List<String> forwardedHops(String header) {
    List<String> hops = new ArrayList<>();
    Matcher matcher = FOR.matcher(header);
    while (matcher.find()) {
      hops.add(matcher.group(1));
    }
    return last(hops);
  }

  private static List<String> last(List<String> hops) {
    return hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size());
  }

  /** Reads {@code 192.0.2.1}, {@code 192.0.2.1:80}, {@code "[2001:db8::1]:80"}; else null. */
  private static @Nullable InetAddress literal(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = text.strip().replace("\"", "");
    if (plain.startsWith("[") && plain.contains("]")) {
      plain = plain.substring(1, plain.indexOf(']'));
    } else if (plain.indexOf(':') == plain.lastIndexOf(':') && plain.contains(".")) {
      plain = plain.replaceFirst(":[0-9]*$", "");
    }
    int zone = plain.indexOf('%');
    try {
      return InetAddress.ofLiteral(zone < 0 ? plain : plain.substring(0, zone));
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private record Network(InetAddress address, int bits) {
    static Network parse(String text) {
      String[] parts = text.strip().split("/", 2);
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int width = address.getAddress().length * 8;
      int bits = parts.length == 1 ? width : Integer.parseInt(parts[1]);
      if (bits < 0 || bits > width) {
        throw new IllegalArgumentException("not a network: " + text);
      }
      return new Network(address, bits);
    }

    boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
