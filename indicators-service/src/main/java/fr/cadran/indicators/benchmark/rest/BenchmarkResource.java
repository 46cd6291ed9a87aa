package fr.cadran.indicators.benchmark.rest;

import fr.cadran.indicators.benchmark.application.BenchmarkIndicator;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Distributions over comparable centres. */
@Path("/v1/benchmarks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "benchmarks", description = "Comparaisons entre centres. — Benchmarks.")
@RunOnVirtualThread
public class BenchmarkResource {
  private final BenchmarkIndicator benchmarkIndicator;
  private final CurrentCaller caller;

  BenchmarkResource(BenchmarkIndicator benchmarkIndicator, CurrentCaller caller) {
    this.benchmarkIndicator = benchmarkIndicator;
    this.caller = caller;
  }

  @GET
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "getBenchmark",
      summary = "Répartition d'un indicateur — Distribution of an indicator",
      description =
          "Quartiles d'un indicateur entre centres comparables, position d'un centre de votre périmètre"
              + " et évolution. Aucun centre n'est nommé ; ce qui permettrait d'isoler trop peu de"
              + " centres, même en croisant plusieurs réponses, est tu. — Quartiles of an indicator"
              + " over comparable centres, the position of a centre within your reach, and the trend."
              + " No centre is named; what would single out too few centres, even by combining answers,"
              + " is suppressed.")
  @APIResponse(
      responseCode = "200",
      description = "La répartition. — The distribution.",
      content = @Content(schema = @Schema(implementation = BenchmarkResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getBenchmark(@BeanParam BenchmarkQuery query, @Context Request request) {
    BenchmarkResponse body =
        BenchmarkResponse.of(benchmarkIndicator.benchmark(query.question(), caller.get()));
    EntityTag tag = EntityTags.ofContent(body);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.build();
  }
}
