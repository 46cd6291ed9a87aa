package fr.cadran.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link HeadDeadline} on every connection that is accepted. The server offers no hook
 * before the first request of a connection, so the channel that accepts them is ours.
 */
public final class GuardedTransport extends JDKTransport implements VertxServiceProvider {
  private static final String TIME = "cadran.gateway.head-time";
  private static final long USUAL_MILLIS = 10_000;

  @Override
  public void init(VertxBuilder builder) {
    builder.findTransport(this);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return domainSocket ? super.serverChannelFactory(true) : GuardedServerChannel::new;
  }

  private static final class GuardedServerChannel extends NioServerSocketChannel {
    private final long millis =
        ConfigProvider.getConfig()
            .getOptionalValue(TIME, Duration.class)
            .map(Duration::toMillis)
            .orElse(USUAL_MILLIS);

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int before = accepted.size();
      int read = super.doReadMessages(accepted);
      for (Object connection : accepted.subList(before, accepted.size())) {
        ((Channel) connection).pipeline().addLast(HeadDeadline.NAME, new HeadDeadline(millis));
      }
      return read;
    }
  }
}
