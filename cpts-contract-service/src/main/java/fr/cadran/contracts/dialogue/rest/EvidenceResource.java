package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.ListEvidence;
import fr.cadran.contracts.dialogue.application.ReadEvidence;
import fr.cadran.contracts.dialogue.application.UploadEvidence;
import fr.cadran.contracts.dialogue.domain.EvidenceType;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files of evidence of a dialogue de gestion. */
@Path("/v1/contracts/{id}/dialogues-de-gestion/{number}/evidence")
@Tag(
    name = "dialogues-de-gestion",
    description =
        "À la signature, au démarrage de chaque mission, puis chaque année. — At the signature, at"
            + " the start of each mission, then every year.")
@RunOnVirtualThread
public class EvidenceResource {
  private static final String ID = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90";
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String PDF = "application/pdf";
  private static final String PNG = "image/png";
  private static final String JPEG = "image/jpeg";
  private static final String CSV = "text/csv";
  private static final String TEXT = MediaType.TEXT_PLAIN;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final UploadEvidence uploadEvidence;
  private final ListEvidence listEvidence;
  private final ReadEvidence readEvidence;
  private final CurrentCaller caller;

  EvidenceResource(
      UploadEvidence uploadEvidence,
      ListEvidence listEvidence,
      ReadEvidence readEvidence,
      CurrentCaller caller) {
    this.uploadEvidence = uploadEvidence;
    this.listEvidence = listEvidence;
    this.readEvidence = readEvidence;
    this.caller = caller;
  }

  @POST
  @Consumes({PDF, PNG, JPEG, CSV, TEXT, XLSX})
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "uploadEvidence",
      summary = "Déposer une pièce — Upload a file of evidence",
      description =
          "La CPTS dépose un fichier de 2 Mo au plus, tant que le dialogue n’est pas clos ; ses premiers"
              + " octets doivent être ceux de son type, un texte est en UTF-8. Le même fichier déposé"
              + " deux fois n’en fait qu’un : la réponse est la même. — The CPTS uploads a file of at"
              + " most 2 MB while the dialogue is not closed; its first bytes must be those of its"
              + " type, a text is UTF-8. The same file twice is one file, with the same answer.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "%PDF-1.7 ...")),
        @Content(
            mediaType = PNG,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "(PNG)")),
        @Content(
            mediaType = JPEG,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "(JPEG)")),
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "patient;mois\n12;3\n")),
        @Content(
            mediaType = TEXT,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "Douze patients suivis.")),
        @Content(
            mediaType = XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "example", value = "(XLSX)"))
      })
  @APIResponse(
      responseCode = "201",
      description = "Déposée. — Uploaded.",
      headers = {@Header(name = "Location", schema = @Schema(type = SchemaType.STRING))},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EvidenceFileResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Déjà déposée. — Uploaded before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EvidenceFileResponse.class)))
  @APIResponse(responseCode = "400", description = "`INVALID_PARAMETER`, `UNKNOWN_PARAMETER`")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ALREADY_CLOSED`, `NOT_FOR_THIS_PARTY`")
  @APIResponse(responseCode = "422", description = "`FILE_IS_NOT_ITS_TYPE`")
  public Response uploadEvidence(
      @PathParam("id") @Parameter(example = ID) UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @QueryParam("label")
          @Parameter(
              required = true,
              description = "Ce qu’est la pièce. — What the file is.",
              example = "Bilan annuel")
          @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1F\\x7F]*") String label,
      byte @Nullable [] content,
      @Context HttpHeaders headers) {
    UploadEvidence.Uploaded uploaded =
        uploadEvidence.upload(
            caller.get(),
            id,
            number,
            type(headers),
            label,
            content == null ? new byte[0] : content);
    EvidenceFileResponse file = EvidenceFileResponse.of(uploaded.file());
    return uploaded.isNew()
        ? Response.created(
                URI.create(
                    "/v1/contracts/%s/dialogues-de-gestion/%d/evidence/%s"
                        .formatted(id, number, file.hash())))
            .entity(file)
            .build()
        : Response.ok(file).build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listEvidence",
      summary = "Pièces déposées — Files of evidence",
      description =
          "Sans leur contenu, dans l’ordre de leur dépôt. — Without their bytes, in the order of their"
              + " upload.")
  @APIResponse(
      responseCode = "200",
      description = "Les pièces. — The files.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EvidenceFilesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public EvidenceFilesResponse listEvidence(
      @PathParam("id") @Parameter(example = ID) UUID id,
      @PathParam("number") @Parameter(example = "2") int number) {
    return new EvidenceFilesResponse(
        listEvidence.list(caller.get(), id, number).stream()
            .map(EvidenceFileResponse::of)
            .toList());
  }

  @GET
  @Path("/{hash}")
  @Produces({PDF, PNG, JPEG, CSV, TEXT, XLSX})
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getEvidence",
      summary = "Lire une pièce — Read a file of evidence",
      description =
          "Le fichier tel qu’il a été déposé, à enregistrer et non à afficher. — The file as it was"
              + " uploaded, to be saved and not shown.")
  @APIResponse(
      responseCode = "200",
      description = "Le fichier. — The file.",
      headers = {
        @Header(
            name = "Content-Disposition",
            required = true,
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "X-Content-Type-Options",
            required = true,
            schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", required = true, schema = @Schema(type = SchemaType.STRING))
      },
      content = {
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getEvidence(
      @PathParam("id") @Parameter(example = ID) UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @PathParam("hash") @Parameter(example = HASH) String hash,
      @Context Request request) {
    return readEvidence.read(
        caller.get(),
        id,
        number,
        hash,
        (file, content) -> {
          EntityTag tag = EntityTags.of(file.hash());
          Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
          return unchanged != null
              ? unchanged.build()
              : Response.ok(content, file.type().mediaType())
                  .tag(tag)
                  .header(
                      HttpHeaders.CONTENT_DISPOSITION,
                      "attachment; filename=\"%s.%s\""
                          .formatted(file.hash(), file.type().extension()))
                  .header("X-Content-Type-Options", "nosniff")
                  .build();
        });
  }

  private static EvidenceType type(HttpHeaders headers) {
    MediaType sent = headers.getMediaType();
    if (sent == null) {
      throw ProblemException.of(KitProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    return EvidenceType.ofMediaType(sent.getType() + "/" + sent.getSubtype())
        .orElseThrow(() -> ProblemException.of(KitProblem.UNSUPPORTED_MEDIA_TYPE));
  }
}
