package fr.cadran.gateway.revocation;

import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.revocation.KnownMandats.Right;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The uploads under way that need a mandat, and the end of those whose mandat has ended. */
@Singleton
class RunningUploads {
  private static final Logger LOG = Logger.getLogger(RunningUploads.class);

  private final Set<Upload> running = ConcurrentHashMap.newKeySet();
  private final KnownMandats mandats;
  private final Duration grace;
  private final Clock clock;

  RunningUploads(KnownMandats mandats, RevocationConfig config, Clock clock) {
    this.mandats = mandats;
    this.grace = config.grace();
    this.clock = clock;
  }

  /** One upload: the call that brings it, what it needs, and whether it ever had it. */
  private static final class Upload {
    private final Call call;
    private final Context loop;
    private final String finess;
    private final String client;
    private final String scope;
    private final Instant since;
    private volatile boolean allowed;

    Upload(Call call, Context loop, String finess, String client, String scope, Instant since) {
      this.call = call;
      this.loop = loop;
      this.finess = finess;
      this.client = client;
      this.scope = scope;
      this.since = since;
    }
  }

  /**
   * Watches an upload from now until its call is over.
   *
   * @param loop the event loop of the call
   * @param scope what the mandat of the client for the centre must allow
   */
  void watch(Call call, Context loop, String finess, String client, String scope) {
    Upload upload = new Upload(call, loop, finess, client, scope, clock.instant());
    upload.allowed = mandats.right(finess, client, scope, upload.since) == Right.HOLDS;
    running.add(upload);
    call.whenOver(() -> running.remove(upload));
  }

  /** How many there are. */
  int count() {
    return running.size();
  }

  /**
   * Cuts what no mandat allows any more: at once when one did, after the grace when none was ever
   * seen, because it may have been given a moment ago and still be on its way.
   *
   * @param asOf the last instant at which the broker had nothing more to tell; what began later
   *     goes on, and everything does when that was long ago, because a mandat may have been given
   *     since
   */
  void inspect(Instant asOf) {
    Instant now = clock.instant();
    if (asOf.isBefore(now.minus(grace))) {
      return;
    }
    for (Upload upload : running) {
      Right right = mandats.right(upload.finess, upload.client, upload.scope, now);
      if (right == Right.HOLDS) {
        upload.allowed = true;
      } else if (right != Right.UNKNOWN
          && (upload.allowed || !upload.since.plus(grace).isAfter(asOf))) {
        cut(
            upload,
            // Who never had a mandat is told no more than the service would tell.
            right == Right.ENDED
                ? ProblemException.of(RevocationProblem.MANDAT_ENDED)
                : ProblemException.notFound());
      }
    }
  }

  private void cut(Upload upload, ProblemException why) {
    upload.loop.runOnContext(now -> {
      // A body that is whole is the service's: it decides with the mandats of that moment.
      if (running.remove(upload) && !upload.call.request().isEnded()) {
        LOG.infof(
            "upload cut: %s finess=%s client=%s request=%s",
            why.code().name(), upload.finess, upload.client, upload.call.requestId());
        upload.call.cut(why);
      }
    });
  }
}
