package fr.cadran.kit.edge;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.PublicAccess;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Operations that do nothing but use every part of the kit's edges. */
@Path("/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProbeResource {
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final DataSource database;

  ProbeResource(CurrentCaller caller, Idempotency idempotency, DataSource database) {
    this.caller = caller;
    this.idempotency = idempotency;
    this.database = database;
  }

  public record Item(int count, BigDecimal amount) {}

  public record ProbeRequest(
      @NotNull String name, @NotNull Integer count, LocalDate on, List<@Valid Item> items) {}

  @POST
  @RequiresScope("centres:write")
  public Response create(ProbeRequest probe, @Context HttpHeaders headers) {
    return idempotency.once(
        headers,
        caller.get(),
        "create",
        probe,
        () -> {
          if (probe.count() < 0) {
            throw ProblemException.invalid("/count", "TOO_SMALL");
          }
          return Response.created(URI.create("/v1/probes/" + stored(probe.name())))
              .tag(EntityTags.of("1"))
              .entity(Map.of("name", probe.name()))
              .build();
        });
  }

  private long stored(String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into probe (name) values (?) returning id")) {
      insert.setString(1, name);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @POST
  @Path("/validated")
  @RequiresScope("centres:write")
  public ProbeRequest validated(@Valid ProbeRequest probe) {
    return probe;
  }

  @PUT
  @Path("/{id}")
  @RequiresScope("centres:write")
  public Response replace(
      @PathParam("id") String id, ProbeRequest probe, @Context HttpHeaders headers) {
    EntityTags.requireIfMatch(headers, EntityTags.of("7"));
    return Response.ok(probe).tag(EntityTags.of("8")).build();
  }

  @GET
  @Path("/{id}")
  @RequiresScope("centres:read")
  public Response read(@PathParam("id") String id, @Context Request request) {
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, EntityTags.of("7"));
    return unchanged == null
        ? Response.ok(Map.of("id", id)).tag(EntityTags.of("7")).build()
        : unchanged.build();
  }

  @GET
  @RequiresScope("centres:read")
  public Response list(@BeanParam @Valid Listing listing, @Context UriInfo uri) {
    List<String> after = listing.after(1);
    int from = after == null ? 0 : Integer.parseInt(after.getFirst()) + 1;
    Page<Integer> page =
        Page.cut(
            IntStream.range(from, Math.min(from + listing.limit() + 1, 7)).boxed().toList(),
            listing.limit(),
            last -> List.of(String.valueOf(last)));
    return Listing.answer(page, uri, Probes::new);
  }

  public record Probes(List<Integer> items, String next) {
    @JsonCreator
    public Probes {}
  }

  @GET
  @Path("/finess/{finess}")
  @PublicAccess
  public String finess(@PathParam("finess") String finess) {
    return Finess.parse(finess).value();
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "never";
  }

  @GET
  @Path("/broken")
  @PublicAccess
  public String broken() {
    throw new IllegalStateException("a secret detail of the inside");
  }
}
