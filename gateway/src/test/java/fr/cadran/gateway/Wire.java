package fr.cadran.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to the gateway without an HTTP client in between, which would mend what we send. */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;

  public Wire(URI home) throws IOException {
    socket = new Socket(home.getHost(), home.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends characters as the bytes they stand for. */
  public Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  public OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  /** Everything until the gateway closes the connection. */
  public String readToEnd() throws IOException {
    StringBuilder all = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException reset) {
      // A cut is an end too.
    }
    return all.toString();
  }

  /** How many bytes come until the gateway closes the connection. */
  public long count() throws IOException {
    return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** One answer with a told length, leaving the connection open. */
  public String readAnswer() throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    try {
      int read;
      while (head.indexOf("\r\n\r\n") < 0 && (read = in.read()) >= 0) {
        head.append((char) read);
      }
    } catch (SocketException reset) {
      // A cut is an end too.
    }
    int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (at < 0) {
      return head.toString();
    }
    int length = Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).trim());
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
