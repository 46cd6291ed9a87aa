package fr.cadran.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A service that misbehaves as its path says: {@code silent} (reads and never answers), {@code
 * deaf} (closes without an answer), {@code half} (dies in the middle of its answer), {@code early}
 * (answers before it has read the body), {@code sleepy} (reads late), {@code large} (answers much).
 * It takes the place of the service {@code contracts}.
 */
public class OddUpstream implements QuarkusTestResourceLifecycleManager {
  /** System property that tells how much of a {@code large} answer was written. */
  public static final String WRITTEN = "cadran.test.large.written";

  private ServerSocket server;

  @Override
  public Map<String, String> start() {
    try {
      server = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofVirtual().start(this::serve);
    return Map.of(
        "cadran.gateway.upstream.contracts",
        "http://127.0.0.1:" + server.getLocalPort(),
        "cadran.gateway.timeout",
        "1S",
        "cadran.gateway.body-time",
        "3S");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread.ofVirtual().start(() -> misbehave(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void misbehave(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      String head = head(in);
      if (head.contains("/silent")) {
        in.transferTo(OutputStream.nullOutputStream());
      } else if (head.contains("/half")) {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(500));
      } else if (head.contains("/sleepy")) {
        Thread.sleep(1_500);
        long megabytes = 0;
        while (megabytes < 200) {
          in.skipNBytes(1024 * 1024);
          megabytes++;
        }
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + megabytes);
      } else if (head.contains("/large")) {
        long megabytes = 200;
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + megabytes * 1024 * 1024 + "\r\n\r\n");
        byte[] block = new byte[1024 * 1024];
        for (long i = 1; i <= megabytes; i++) {
          out.write(block);
          System.setProperty(WRITTEN, Long.toString(i * block.length));
        }
      } else if (head.contains("/early")) {
        write(out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}");
        in.transferTo(OutputStream.nullOutputStream());
      } else if (!head.contains("/deaf")) {
        write(
            out,
            "HTTP/1.1 200 OK\r\nServer: secret/1.0\r\nX-Powered-By: secret\r\n"
                + "Content-Length: 2\r\n\r\nok");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The gateway cut the connection, which is what some of these paths are for.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int read;
    while (head.indexOf("\r\n\r\n") < 0 && (read = in.read()) >= 0) {
      head.append((char) read);
    }
    return head.toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
