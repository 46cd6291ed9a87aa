package fr.cadran.kit.http;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Strong entity tags and the preconditions that callers put on them. */
public final class EntityTags {
  private static final int CONTENT_BYTES = 16;

  private EntityTags() {}

  /** The tag of a version of a resource; parts that change the representation go into it. */
  public static EntityTag of(Object... versionParts) {
    StringBuilder tag = new StringBuilder();
    for (Object part : versionParts) {
      tag.append(tag.isEmpty() ? "" : ".").append(part);
    }
    return new EntityTag(tag.toString());
  }

  /** The tag of a representation that is made anew each time: equal exactly when it is. */
  public static EntityTag ofContent(byte[] representation) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(representation);
      return new EntityTag(HexFormat.of().formatHex(digest, 0, CONTENT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The tag of a representation whose text says all that it says. */
  public static EntityTag ofContent(Record representation) {
    return ofContent(representation.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Demands that the caller names the current version, as PUT of an existing resource does.
   *
   * @throws ProblemException {@code IF_MATCH_MISSING} (428) or {@code STALE_ETAG} (412)
   */
  public static void requireIfMatch(HttpHeaders headers, EntityTag current) {
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
      throw ProblemException.of(KitProblem.IF_MATCH_MISSING);
    }
    checkIfMatch(headers, current);
  }

  /**
   * Checks the version when the caller named one, as state changes do.
   *
   * @throws ProblemException {@code STALE_ETAG} (412)
   */
  public static void checkIfMatch(HttpHeaders headers, EntityTag current) {
    String sent = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (sent != null && !matches(sent, current)) {
      throw ProblemException.of(KitProblem.STALE_ETAG);
    }
  }

  /**
   * Refuses a first PUT that must not replace anything ({@code If-None-Match: *}).
   *
   * @throws ProblemException {@code STALE_ETAG} (412) when the resource exists
   */
  public static void refuseExisting(HttpHeaders headers) {
    String sent = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (sent != null && sent.trim().equals("*")) {
      throw ProblemException.of(KitProblem.STALE_ETAG);
    }
  }

  /**
   * Refuses {@code If-Match} on a resource that does not exist yet.
   *
   * @throws ProblemException {@code STALE_ETAG} (412)
   */
  public static void refuseIfMatchOnAbsent(HttpHeaders headers) {
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      throw ProblemException.of(KitProblem.STALE_ETAG);
    }
  }

  /** A 304 when the caller already holds this version, else null. */
  public static Response.@Nullable ResponseBuilder notModified(Request request, EntityTag current) {
    Response.ResponseBuilder decided = request.evaluatePreconditions(current);
    boolean unchanged =
        decided != null
            && decided.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
    return unchanged ? Response.notModified(current) : null;
  }

  private static boolean matches(String header, EntityTag current) {
    if (header.trim().equals("*")) {
      return true;
    }
    String wanted = '"' + current.getValue() + '"';
    for (String part : header.split(",", -1)) {
      // Strong comparison: a weak tag (W/"…") never matches (RFC 9110, 8.8.3.2).
      if (part.trim().equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
