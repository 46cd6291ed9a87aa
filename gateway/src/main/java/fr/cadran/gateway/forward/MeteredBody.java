package fr.cadran.gateway.forward;

import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemCode;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The body of a request, counted and timed while it streams by. Nothing of it is kept. */
final class MeteredBody implements ReadStream<Buffer> {
  private final HttpServerRequest source;
  private final long limit;
  private final Vertx vertx;
  private final Runnable whole;
  private final Consumer<ProblemException> stop;
  private final long timer;
  private long bytes;
  private boolean stopped;

  /**
   * A body on its way.
   *
   * @param limit bytes that may come
   * @param time in which all of it must come
   * @param whole told when all of it has come
   * @param stop told when it is too much or too slow
   */
  MeteredBody(
      HttpServerRequest source,
      long limit,
      Duration time,
      Vertx vertx,
      Runnable whole,
      Consumer<ProblemException> stop) {
    this.source = source;
    this.limit = limit;
    this.vertx = vertx;
    this.whole = whole;
    this.stop = stop;
    this.timer = vertx.setTimer(time.toMillis(), late -> stop(GatewayProblem.BODY_TOO_SLOW));
  }

  void close() {
    vertx.cancelTimer(timer);
  }

  /** From now on the proxy does not reach the request any more: another reads what is left. */
  void detach() {
    stopped = true;
    close();
  }

  private void stop(ProblemCode code) {
    if (!stopped) {
      detach();
      stop.accept(ProblemException.of(code));
    }
  }

  @Override
  public MeteredBody handler(@Nullable Handler<Buffer> handler) {
    if (stopped) {
      return this;
    }
    source.handler(
        handler == null
            ? null
            : buffer -> {
              bytes += buffer.length();
              if (bytes > limit) {
                stop(KitProblem.BODY_TOO_LARGE);
              } else if (!stopped) {
                handler.handle(buffer);
              }
            });
    return this;
  }

  @Override
  public MeteredBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    if (!stopped) {
      source.exceptionHandler(handler);
    }
    return this;
  }

  @Override
  public MeteredBody endHandler(@Nullable Handler<Void> handler) {
    if (stopped) {
      return this;
    }
    source.endHandler(
        handler == null
            ? null
            : all -> {
              close();
              if (!stopped) {
                whole.run();
                handler.handle(null);
              }
            });
    return this;
  }

  @Override
  public MeteredBody pause() {
    if (!stopped) {
      source.pause();
    }
    return this;
  }

  @Override
  public MeteredBody resume() {
    if (!stopped) {
      source.resume();
    }
    return this;
  }

  @Override
  public MeteredBody fetch(long amount) {
    if (!stopped) {
      source.fetch(amount);
    }
    return this;
  }
}
