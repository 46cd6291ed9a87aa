package fr.cadran.gateway.connection;

import io.netty.channel.ChannelHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the clock of a connection that a request has begun, and that it is over. */
@Singleton
class HeadWatch {
  private static final int FIRST_OF_ALL = 30_000;

  void watch(@Observes Filters filters) {
    filters.register(HeadWatch::begin, FIRST_OF_ALL);
  }

  private static void begin(RoutingContext context) {
    HttpConnection connection = context.request().connection();
    if (connection instanceof ConnectionBase base) {
      ChannelHandler clock = base.channel().pipeline().get(HeadDeadline.NAME);
      if (clock instanceof HeadDeadline deadline) {
        deadline.requestBegins();
        context.addEndHandler(over -> deadline.requestEnds());
      }
    }
    context.next();
  }
}
