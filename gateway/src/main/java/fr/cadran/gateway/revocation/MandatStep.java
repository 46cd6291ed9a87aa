package fr.cadran.gateway.revocation;

import fr.cadran.gateway.access.ActingForOthers;
import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.PathPattern;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Has an editor's upload watched for as long as it runs. Refuses nothing itself: whether the mandat
 * holds at the start is for the service to say, which knows it first.
 */
@Singleton
class MandatStep implements AdmissionStep {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  private final RunningUploads uploads;
  private final List<Rule> rules;
  private final boolean enabled;
  private final Vertx vertx;

  MandatStep(RunningUploads uploads, RevocationConfig config, Vertx vertx) {
    this.uploads = uploads;
    this.enabled = config.enabled();
    this.rules =
        config.uploads().stream()
            .map(upload -> new Rule(PathPattern.of(upload.path()), upload.scope()))
            .toList();
    this.vertx = vertx;
  }

  private record Rule(PathPattern path, String scope) {}

  @Override
  public int order() {
    return GRANT;
  }

  @Override
  public Future<Void> admit(Call call) {
    if (enabled
        && !WITHOUT_BODY.contains(call.request().method().name())
        && call.identity().filter(ActingForOthers::is).isPresent()) {
      for (Rule rule : rules) {
        rule.path()
            .centreOf(call.path())
            .ifPresent(finess ->
                call.clientId()
                    .ifPresent(client ->
                        uploads.watch(
                            call, vertx.getOrCreateContext(), finess, client, rule.scope())));
      }
    }
    return Future.succeededFuture();
  }
}
