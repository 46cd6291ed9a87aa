package fr.cadran.kit.http;

import fr.cadran.kit.problem.CommonProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body over the limit, before reading it when it says its length, while reading it
 * otherwise. The server's own, wider limit ({@code quarkus.http.limits.max-body-size}) only guards
 * what no resource reads.
 */
@Singleton
public class BodyLimit {
  private final long bytes;

  BodyLimit(@ConfigProperty(name = "cadran.http.max-body-size") MemorySize limit) {
    this.bytes = limit.asLongValue();
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 20)
  public void bound(ContainerRequestContext request) {
    if (request.getLength() > bytes) {
      throw ProblemException.of(CommonProblem.BODY_TOO_LARGE);
    }
    if (request.getLength() < 0 && request.hasEntity()) {
      request.setEntityStream(new Bounded(request.getEntityStream(), bytes));
    }
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream body, long limit) {
      super(body);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw ProblemException.of(CommonProblem.BODY_TOO_LARGE);
      }
    }
  }
}
