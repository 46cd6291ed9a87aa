package fr.cadran.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * HTTP calls with the JDK's oldest client: it loads in a tenth of the newer one's time, which is
 * what a command that only prints a token or a status is made of.
 */
public final class Http {
  /** A loaded machine may take minutes over an answer that usually takes a second. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);

  private Http() {}

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the text of the body, empty when there is none
   * @param etag the ETag header, if any
   */
  public record Answer(int status, String body, @Nullable String etag) {
    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /** Sends a request and reads the whole answer, whatever its status. */
  public static Answer send(
      String method, URI uri, Map<String, String> headers, @Nullable String body)
      throws IOException {
    return send(method, uri, headers, body, PATIENCE);
  }

  /** Posts a form. */
  public static Answer postForm(URI uri, Map<String, String> fields) throws IOException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
  }

  /** Whether the address answers 2xx just now. */
  public static boolean answers(URI uri) {
    try {
      return send("GET", uri, Map.of(), null, PROBE_PATIENCE).ok();
    } catch (IOException e) {
      // Refused or too slow: that is the answer to the question.
      return false;
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Answer send(
      String method, URI uri, Map<String, String> headers, @Nullable String body, Duration patience)
      throws IOException {
    // Never through a proxy: every address is on this machine.
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    connection.setConnectTimeout((int) PROBE_PATIENCE.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setInstanceFollowRedirects(false);
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(status, text, connection.getHeaderField("ETag"));
    }
  }
}
