package fr.cadran.gateway.quota;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Calls without a token are counted by address, in this gateway alone: an address is personal data,
 * which the shared ledger does not need. A call that still has to show its token gets the headers
 * of its address, so that a refusal of that token has some too.
 */
@Singleton
class AddressQuotaStep implements AdmissionStep {
  static final String OPEN = "open";
  private static final int NETWORK_BYTES = 8;

  private final Quotas quotas;
  private final Clock clock;

  AddressQuotaStep(Quotas quotas, Clock clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  @Override
  public int order() {
    return ROUTE + 10;
  }

  @Override
  public Future<Void> admit(Call call) {
    Allowance allowance = quotas.local(network(call.request().remoteAddress().hostAddress()), OPEN);
    boolean open = call.route().map(RouteTable.Route::open).orElse(true);
    if (!open) {
      RateLimitHeaders.write(call.request().response().headers(), allowance, allowance.remaining());
      return Future.succeededFuture();
    }
    Allowance.Verdict verdict = allowance.take();
    RateLimitHeaders.write(call.request().response().headers(), allowance, verdict.remaining());
    return verdict.allowed()
        ? Future.succeededFuture()
        : Future.failedFuture(
            ProblemException.retryable(
                GatewayProblem.RATE_LIMITED, RateLimitHeaders.secondsLeft(allowance, clock)));
  }

  /** One customer has a whole IPv6 network, so the network is what is counted. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException notLiteral) {
      return address;
    }
  }
}
