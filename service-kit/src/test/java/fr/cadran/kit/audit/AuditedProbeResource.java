package fr.cadran.kit.audit;

import fr.cadran.kit.access.PublicAccess;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Operations that end in every way in which a call can end. */
@Path("/v1/audited/{contract}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditedProbeResource {
  private final DataSource database;

  AuditedProbeResource(DataSource database) {
    this.database = database;
  }

  public record ProbeRequest(String name, Integer count) {}

  @POST
  @Path("/payments/{number}")
  @RequiresScope("centres:write")
  public Response pay(
      @PathParam("contract") String contract,
      @PathParam("number") String number,
      ProbeRequest request) {
    if (contract.equals("elsewhere")) {
      throw ProblemException.notFound();
    }
    if (contract.equals("broken")) {
      throw new IllegalStateException("a secret of the inside: " + request.name());
    }
    if (request.count() < 0) {
      throw ProblemException.invalid("/count", "TOO_SMALL", request.name());
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into probe (name) values (?)")) {
      insert.setString(1, request.name());
      insert.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return Response.ok(Map.of("name", request.name())).tag(new EntityTag("1")).build();
  }

  /** The same work, declared plain: the measure of what the audit costs. */
  @POST
  @Path("/payments/{number}/plain")
  @RequiresScope("centres:write")
  public Response plainPay(
      @PathParam("contract") String contract,
      @PathParam("number") String number,
      ProbeRequest request) {
    return pay(contract, number, request);
  }

  @GET
  @RequiresScope("centres:read")
  public Response money(
      @PathParam("contract") String contract,
      @QueryParam("q") String q,
      @QueryParam("asOf") String asOf) {
    if (contract.equals("elsewhere")) {
      throw ProblemException.notFound();
    }
    return Response.ok(Map.of("amount", "13125.00")).tag(new EntityTag("1")).build();
  }

  @GET
  @Path("/catalogue")
  @RequiresScope("centres:read")
  public Map<String, String> plainCatalogue(@PathParam("contract") String contract) {
    return Map.of("contract", contract);
  }

  @GET
  @Path("/open")
  @PublicAccess
  public Map<String, String> open() {
    return Map.of();
  }
}
