package fr.cadran.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two parameters of every list, and the answer that goes with them. */
public class Listing {
  @Parameter(
      description =
          "Nombre d'éléments par page, 50 par défaut, 500 au plus. — Items per page, 50 by default,"
              + " 500 at most.")
  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1) @Max(500) int limit;

  @Parameter(
      description =
          "Reprise opaque, prise dans `next`. — Opaque position, taken from `next` of the page"
              + " before.")
  @QueryParam("cursor")
  @Nullable String cursor;

  public int limit() {
    return limit;
  }

  /** The sort key to go on after, null on the first page. */
  public @Nullable List<String> after(int parts) {
    return Cursor.read(cursor, parts);
  }

  /** 200 with the page as a body and, when there is more, a {@code Link} to it. */
  public static <T, B> Response answer(
      Page<T> page, UriInfo uri, BiFunction<List<T>, @Nullable String, B> body) {
    if (page.next() == null) {
      return Response.ok(body.apply(page.items(), null)).build();
    }
    String next =
        uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawPath()
            + "?"
            + uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", page.next())
                .build()
                .getRawQuery();
    return Response.ok(body.apply(page.items(), next))
        .links(Link.fromUri(next).rel("next").build())
        .build();
  }
}
