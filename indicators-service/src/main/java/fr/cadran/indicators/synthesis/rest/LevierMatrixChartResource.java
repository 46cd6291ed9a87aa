package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.chart.FrenchText;
import fr.cadran.indicators.chart.ImageFormat;
import fr.cadran.indicators.chart.MatrixDrawing;
import fr.cadran.indicators.synthesis.application.SynthesiseProgramme;
import fr.cadran.indicators.synthesis.domain.LevierCount;
import fr.cadran.indicators.synthesis.domain.Outcome;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Rational;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The matrix of centres and leviers of a programme, drawn. */
@Path("/v1/charts/levier-matrix")
@Tag(name = "charts", description = "Graphiques en SVG et PNG. — Charts as SVG and PNG.")
@RunOnVirtualThread
public class LevierMatrixChartResource {
  private static final int DECIMALS = 6;

  private final SynthesiseProgramme synthesiseProgramme;
  private final CurrentCaller caller;

  LevierMatrixChartResource(SynthesiseProgramme synthesiseProgramme, CurrentCaller caller) {
    this.synthesiseProgramme = synthesiseProgramme;
    this.caller = caller;
  }

  @GET
  @Produces({ImageFormat.SVG_TYPE, ImageFormat.PNG_TYPE})
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "drawLevierMatrix",
      summary = "Matrice centres × leviers — Matrix of centres and leviers",
      description =
          "Un programme d'un coup d'œil : les centres, sous leurs numéros anonymes, et ce qu'ils ont"
              + " validé, activé et obtenu. SVG ou PNG selon `Accept`. — A programme at a glance: the"
              + " centres, under their anonymous numbers, and what they validated, activated and"
              + " achieved. SVG or PNG by `Accept`.")
  @APIResponse(
      responseCode = "200",
      description = "L'image. — The image.",
      content = {
        @Content(mediaType = ImageFormat.SVG_TYPE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = ImageFormat.PNG_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response drawLevierMatrix(
      @Parameter(
              required = true,
              example = "0199d0a0-0000-7000-8000-000000000001",
              description = "Identifiant du programme. — Id of the programme.")
          @QueryParam("programme")
          @Nullable String programme,
      @BeanParam SynthesisQuery query,
      @Context Request request) {
    if (programme == null) {
      throw ProblemException.of(
          KitProblem.INVALID_PARAMETER, List.of(Fault.at("programme", "REQUIRED")));
    }
    return ImageFormat.answer(
        drawing(synthesiseProgramme.synthesise(query.about(programme), caller.get()).synthesis()),
        request);
  }

  private static MatrixDrawing drawing(ProgrammeSynthesis synthesis) {
    return new MatrixDrawing(
        synthesis.programme().name() + " – leviers au " + FrenchText.quarter(synthesis.quarter()),
        synthesis.programme().leviers().stream()
            .map(levier -> column(levier, synthesis.count(levier)))
            .toList(),
        synthesis.cohort().stream()
            .map(participation ->
                new MatrixDrawing.Row(
                    "Centre n° " + participation.anonymousNumber(),
                    synthesis.of(participation).stream()
                        .map(judgement -> state(judgement.outcome()))
                        .toList()))
            .toList(),
        "Source : Cadran, "
            + (synthesis.programme().fictional() ? "données de démonstration, " : "")
            + "résultats comparés au "
            + FrenchText.quarter(synthesis.programme().baseline())
            + ", situation au "
            + FrenchText.day(synthesis.quarter().lastDay()));
  }

  private static MatrixDrawing.Column column(Levier levier, LevierCount count) {
    List<Optional<Rational>> rates =
        List.of(count.validationRate(), count.activationRate(), count.positiveRate());
    return new MatrixDrawing.Column(
        name(levier),
        percent(rates.get(0)),
        percent(rates.get(1)),
        percent(rates.get(2)),
        rates.stream().map(SynthesisMatrixResponse::isFlagged).toList());
  }

  private static String percent(Optional<Rational> rate) {
    return rate.map(exact -> FrenchText.figure(exact.round(DECIMALS), true, "")).orElse("–");
  }

  private static MatrixDrawing.State state(Outcome outcome) {
    return switch (outcome) {
      case NOT_RETAINED -> MatrixDrawing.State.NEITHER;
      case VALIDATED -> MatrixDrawing.State.VALIDATED;
      case POSITIVE -> MatrixDrawing.State.POSITIVE;
      case NOT_POSITIVE, UNDECIDABLE -> MatrixDrawing.State.ACTIVATED;
    };
  }

  private static String name(Levier levier) {
    return switch (levier) {
      case NON_VENUE -> "Non-venue";
      case CODAGE -> "Codage";
      case OCCUPATION -> "Occupation";
      case IMAGERIE -> "Imagerie";
      case DENTAIRE -> "Dentaire";
      case IMPAYES -> "Impayés";
      case PRELEVEMENTS -> "Prélèvements";
      case COORDINATION -> "Coordination";
      case ACHATS -> "Achats";
      case RATIOS_PERSONNEL -> "Personnel";
      case REMUNERATION -> "Rémunération";
    };
  }
}
