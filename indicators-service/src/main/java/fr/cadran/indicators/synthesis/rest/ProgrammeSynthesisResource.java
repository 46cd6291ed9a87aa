package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.synthesis.application.SynthesiseProgramme;
import fr.cadran.indicators.synthesis.application.VisibleSynthesis;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Syntheses of programmes d'accompagnement. */
@Path("/v1/programmes/{id}/synthesis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "syntheses",
    description = "Synthèses des programmes. — Syntheses of programmes d'accompagnement.")
@RunOnVirtualThread
public class ProgrammeSynthesisResource {
  private static final String EXAMPLE = "0199d0a0-0000-7000-8000-000000000001";

  private final SynthesiseProgramme synthesiseProgramme;
  private final CurrentCaller caller;

  ProgrammeSynthesisResource(SynthesiseProgramme synthesiseProgramme, CurrentCaller caller) {
    this.synthesiseProgramme = synthesiseProgramme;
    this.caller = caller;
  }

  @GET
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "getProgrammeSynthesis",
      summary = "Synthèse d'un programme — Synthesis of a programme",
      description =
          "Par levier : centres qui l'ont validé, activé, et avec un résultat positif, c'est-à-dire dont"
              + " l'indicateur principal a bougé dans le bon sens depuis le trimestre de référence ;"
              + " l'agence peut en décider autrement. — By levier: centres that validated it, activated"
              + " it, and had a positive result, that is whose primary indicator moved the right way"
              + " since the baseline quarter; the agency can overrule it.")
  @APIResponse(
      responseCode = "200",
      description = "La synthèse. — The synthesis.",
      content = @Content(schema = @Schema(implementation = ProgrammeSynthesisResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getProgrammeSynthesis(
      @Parameter(example = EXAMPLE) @PathParam("id") String id,
      @BeanParam SynthesisQuery query,
      @Context Request request) {
    return answer(ProgrammeSynthesisResponse.of(synthesis(id, query).synthesis()), request);
  }

  @GET
  @Path("/explanation")
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "explainProgrammeSynthesis",
      summary = "Explication d'une synthèse — Explanation of a synthesis",
      description =
          "Pour chaque centre, sous son numéro anonyme : ce que vaut l'indicateur principal aux deux"
              + " trimestres et ce qui a décidé. Le FINESS n'apparaît que dans votre périmètre. — For"
              + " each centre, under its anonymous number: the primary indicator in both quarters and"
              + " what decided. The FINESS number shows only within your reach.")
  @APIResponse(
      responseCode = "200",
      description = "L'explication. — The explanation.",
      content = @Content(schema = @Schema(implementation = SynthesisExplanationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response explainProgrammeSynthesis(
      @Parameter(example = EXAMPLE) @PathParam("id") String id,
      @Parameter(
              description =
                  "Code de levier ; sans lui, tous ceux du programme. — Code of a levier; without it,"
                      + " every one of the programme.")
          @QueryParam("levier")
          @Nullable String levier,
      @BeanParam SynthesisQuery query,
      @Context Request request) {
    Optional<Levier> wanted = SynthesisQuery.levier(levier);
    VisibleSynthesis visible = synthesis(id, query);
    List<Levier> leviers =
        visible.synthesis().programme().leviers().stream()
            .filter(one -> wanted.isEmpty() || wanted.get() == one)
            .toList();
    return answer(SynthesisExplanationResponse.of(visible, leviers), request);
  }

  @GET
  @Path("/matrix")
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "getSynthesisMatrix",
      summary = "Matrice centres × leviers — Matrix of centres and leviers",
      description =
          "Validé, activé, positif ou ni l'un ni l'autre, par centre sous son numéro anonyme, et les"
              + " leviers au-dessus de 60 %. — Validated, activated, positive or neither, by centre"
              + " under its anonymous number, and the leviers above 60%.")
  @APIResponse(
      responseCode = "200",
      description = "La matrice. — The matrix.",
      content = @Content(schema = @Schema(implementation = SynthesisMatrixResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getSynthesisMatrix(
      @Parameter(example = EXAMPLE) @PathParam("id") String id,
      @BeanParam SynthesisQuery query,
      @Context Request request) {
    return answer(SynthesisMatrixResponse.of(synthesis(id, query)), request);
  }

  private VisibleSynthesis synthesis(String id, SynthesisQuery query) {
    return synthesiseProgramme.synthesise(query.about(id), caller.get());
  }

  private static Response answer(Record body, Request request) {
    EntityTag tag = EntityTags.ofContent(body);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.build();
  }
}
