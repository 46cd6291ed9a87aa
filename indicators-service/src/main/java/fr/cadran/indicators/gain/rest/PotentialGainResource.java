package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.export.RowPages;
import fr.cadran.indicators.export.TableFormat;
import fr.cadran.indicators.gain.application.GainFilter;
import fr.cadran.indicators.gain.application.ListPotentialGains;
import fr.cadran.indicators.gain.application.StoredGain;
import fr.cadran.indicators.gain.application.TotalUpPotentialGains;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.paging.Cursor;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/** The stored gains of a centre. */
@Path("/v1/centres/{finess}/potential-gains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gains", description = "Gains potentiels. — Potential gains.")
@RunOnVirtualThread
public class PotentialGainResource {
  private static final String TARGET =
      " La cible des achats est la médiane des centres comparables, lue au moment de la réponse, là où"
          + " elle peut être publiée. — The target of purchases is the median of comparable centres, read"
          + " at the moment of the answer, where it may be published.";

  private final ListPotentialGains listPotentialGains;
  private final TotalUpPotentialGains totalUpPotentialGains;
  private final CurrentCaller caller;

  PotentialGainResource(
      ListPotentialGains listPotentialGains,
      TotalUpPotentialGains totalUpPotentialGains,
      CurrentCaller caller) {
    this.listPotentialGains = listPotentialGains;
    this.totalUpPotentialGains = totalUpPotentialGains;
    this.caller = caller;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "listPotentialGains",
      summary = "Gains potentiels d'un centre — Potential gains of a centre",
      description =
          "Calculés des données trimestrielles du centre, par trimestre et par méthode, avec leur trace. —"
              + " Computed from the centre's quarterly data, by quarter and method, with their trace."
              + TARGET)
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PotentialGainsResponse.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = TableFormat.XLSX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listPotentialGains(
      @Parameter(example = "930012345") @PathParam("finess") String finess,
      @Parameter(
              description =
                  "Code de méthode, par exemple `bao-2014` ; sans lui, toutes. — Code of a method, for"
                      + " example `bao-2014`; without it, all.")
          @QueryParam("method")
          @Nullable String method,
      @Parameter(
              description = "Code de levier ; sans lui, tous. — Code of a levier; without it, all.")
          @QueryParam("levier")
          @Nullable String levier,
      @Parameter(description = "Trimestre, `2013-Q3`. — Quarter.") @QueryParam("quarter")
          @Nullable String quarter,
      @Parameter(
              description =
                  "Calculés depuis cet instant (inclus). — Computed since this instant (included).")
          @QueryParam("updatedSince")
          @Nullable String updatedSince,
      @Parameter(
              description =
                  "Tels que la plateforme les connaissait à cet instant. — As the platform knew them"
                      + " at this instant.")
          @QueryParam("asOf")
          @Nullable String asOf,
      @BeanParam @Valid Listing listing,
      @Context UriInfo uri,
      @Context Request request) {
    GainFilter filter =
        new GainFilter(
            centre(finess),
            levier(levier),
            method(method),
            quarter(quarter),
            instant("updatedSince", updatedSince),
            instant("asOf", asOf));
    Optional<TableFormat> table = TableFormat.asked(request);
    if (table.isPresent()) {
      return export(table.get(), filter, caller.get());
    }
    Page<StoredGain> page =
        listPotentialGains.list(
            filter,
            caller.get(),
            listing.limit(),
            listing.after(ListPotentialGains.POSITION_PARTS));
    return Listing.answer(page.map(PotentialGainsResponse::item), uri, PotentialGainsResponse::new);
  }

  @GET
  @Path("/{quarter}")
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "totalPotentialGains",
      summary = "Gain total d'un trimestre — Total gain of a quarter",
      description =
          "Somme des leviers par leur méthode par défaut : ce qui y entre, et ce qui n'y entre pas"
              + " avec sa raison. Les méthodes d'un même levier ne s'additionnent pas. — Sum over the"
              + " leviers by their default method: what is in it, and what is not with its reason."
              + " Methods of one levier do not add up."
              + TARGET)
  @APIResponse(
      responseCode = "200",
      description = "Le total. — The total.",
      content = @Content(schema = @Schema(implementation = TotalGainResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response totalPotentialGains(
      @Parameter(example = "930012345") @PathParam("finess") String finess,
      @Parameter(example = "2013-Q3") @PathParam("quarter") String quarter,
      @Parameter(
              description =
                  "Tel que la plateforme le connaissait à cet instant. — As the platform knew it at"
                      + " this instant.")
          @QueryParam("asOf")
          @Nullable String asOf,
      @Context Request request) {
    Finess centre = centre(finess);
    Quarter of = pathQuarter(quarter);
    TotalGainResponse answer =
        TotalGainResponse.of(
            centre,
            of,
            totalUpPotentialGains.total(centre, of, instant("asOf", asOf), caller.get()));
    EntityTag tag = EntityTags.ofContent(answer);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(answer).tag(tag).build() : unchanged.build();
  }

  private static Quarter pathQuarter(String text) {
    try {
      return Quarter.parse(text);
    } catch (InvalidValueException noQuarter) {
      throw ProblemException.notFound();
    }
  }

  private static @Nullable Levier levier(@Nullable String code) {
    return code == null
        ? null
        : Levier.withCode(code).orElseThrow(() -> invalid("levier", "LEVIER_UNKNOWN"));
  }

  private Response export(TableFormat format, GainFilter filter, Caller reader) {
    return format.answer(
        "potential-gains",
        PotentialGainsResponse.Item.class,
        cursor ->
            listPotentialGains
                .list(
                    filter,
                    reader,
                    RowPages.PAGE_SIZE,
                    Cursor.read(cursor, ListPotentialGains.POSITION_PARTS))
                .map(PotentialGainsResponse::item));
  }

  private static Finess centre(String finess) {
    try {
      return new Finess(finess);
    } catch (InvalidValueException noCentre) {
      throw ProblemException.notFound();
    }
  }

  private static @Nullable GainMethod method(@Nullable String code) {
    return code == null
        ? null
        : GainMethod.withCode(code).orElseThrow(() -> invalid("method", "METHOD_UNKNOWN"));
  }

  private static @Nullable Quarter quarter(@Nullable String text) {
    try {
      return text == null ? null : Quarter.parse(text);
    } catch (InvalidValueException unreadable) {
      throw invalid("quarter", unreadable.code());
    }
  }

  private static @Nullable Instant instant(String parameter, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw invalid(parameter, "INSTANT_INVALID");
    }
  }

  private static ProblemException invalid(String parameter, String code) {
    return ProblemException.of(KitProblem.INVALID_PARAMETER, List.of(Fault.at(parameter, code)));
  }
}
