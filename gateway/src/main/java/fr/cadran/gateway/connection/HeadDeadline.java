package fr.cadran.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request does not come to its end in time. The server's
 * own idle time does not see a caller who sends one byte a second; this clock starts with the
 * connection, and again with the first byte after an answer, and only a whole head stops it.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
  static final String NAME = "cadran-head-deadline";

  private final long millis;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean inRequest;

  HeadDeadline(long millis) {
    this.millis = millis;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    start(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (deadline == null && !inRequest) {
      start(context);
    }
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel();
    context.fireChannelInactive();
  }

  /** The head of a request is whole. Called on the event loop of the connection. */
  void requestBegins() {
    inRequest = true;
    cancel();
  }

  /** The request is answered. Called on the event loop of the connection. */
  void requestEnds() {
    inRequest = false;
  }

  private void start(ChannelHandlerContext context) {
    deadline = context.executor().schedule(() -> cut(context), millis, TimeUnit.MILLISECONDS);
  }

  private static void cut(ChannelHandlerContext context) {
    var _ = context.close();
  }

  private void cancel() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }
}
