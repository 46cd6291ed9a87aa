package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.CloseDialogue;
import fr.cadran.contracts.dialogue.application.CorrectResults;
import fr.cadran.contracts.dialogue.application.DecideValue;
import fr.cadran.contracts.dialogue.application.EnterResults;
import fr.cadran.contracts.dialogue.application.ReadDialogues;
import fr.cadran.contracts.dialogue.application.ReadFrozenResults;
import fr.cadran.contracts.dialogue.application.SignDialogue;
import fr.cadran.contracts.dialogue.application.SubmitResults;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Objects;
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

/** The dialogues de gestion of a contract. */
@Path("/v1/contracts/{id}/dialogues-de-gestion")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "dialogues-de-gestion",
    description =
        "À la signature, au démarrage de chaque mission, puis chaque année. — At the signature, at"
            + " the start of each mission, then every year.")
@RunOnVirtualThread
public class DialogueResource {
  private static final String RESULTS =
      """
      {"values": [{"code": "patients-parcours", "value": 10, \
      "evidence": [{"link": "https://cpts.example/bilan.pdf", "label": "Bilan annuel"}]}]}\
      """;
  private static final String CORRECTION =
      """
      {"values": [{"code": "patients-parcours", "value": 12}], \
      "reason": "Deux patients oubliés"}\
      """;
  private static final String DECISION =
      """
      {"decision": "QUESTIONED", "comment": "Merci de joindre le listing"}\
      """;
  private static final String SIGNATURE =
      """
      {"hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}\
      """;

  private final ReadDialogues readDialogues;
  private final ReadFrozenResults readFrozenResults;
  private final EnterResults enterResults;
  private final SubmitResults submitResults;
  private final DecideValue decideValue;
  private final SignDialogue signDialogue;
  private final CloseDialogue closeDialogue;
  private final CorrectResults correctResults;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  DialogueResource(
      ReadDialogues readDialogues,
      ReadFrozenResults readFrozenResults,
      EnterResults enterResults,
      SubmitResults submitResults,
      DecideValue decideValue,
      SignDialogue signDialogue,
      CloseDialogue closeDialogue,
      CorrectResults correctResults,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.readDialogues = readDialogues;
    this.readFrozenResults = readFrozenResults;
    this.enterResults = enterResults;
    this.submitResults = submitResults;
    this.decideValue = decideValue;
    this.signDialogue = signDialogue;
    this.closeDialogue = closeDialogue;
    this.correctResults = correctResults;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listDialogues",
      summary = "Dialogues du contrat — Dialogues of the contract",
      description =
          "Par numéro, dans l’ordre de leur création ; les retards sont signalés. — By number, in the order"
              + " of their creation; delays are flagged.")
  @APIResponse(
      responseCode = "200",
      description = "Les dialogues. — The dialogues.",
      content = @Content(schema = @Schema(implementation = DialoguesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public DialoguesResponse listDialogues(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @QueryParam("kind") @Parameter(description = "De cette sorte. — Of this kind.")
          @Nullable DialogueKind kind,
      @QueryParam("contractYear")
          @Parameter(description = "De cette année de contrat. — Of this contract year.")
          @Nullable Integer contractYear,
      @QueryParam("late") @Parameter(description = "En retard ou non. — Late or not.")
          @Nullable Boolean late) {
    ReadDialogues.View view = readDialogues.read(caller.get(), id);
    return new DialoguesResponse(
        view.items().stream()
            .filter(one -> kind == null || one.kind() == kind)
            .filter(one -> contractYear == null || contractYear.equals(one.contractYear()))
            .filter(one -> late == null || one.isLate(view.today()) == late)
            .map(one -> response(one, view))
            .toList());
  }

  @GET
  @Path("/{number}")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getDialogue",
      summary = "Lire un dialogue — Read a dialogue",
      description =
          "Son état, son texte exact, ses signatures ; les valeurs, ce qui en est dit et ce qu’elles"
              + " paient. — Its state, its exact text, its signatures; the values, what is said of them"
              + " and what they pay.")
  @APIResponse(
      responseCode = "200",
      description = "Le dialogue. — The dialogue.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getDialogue(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @Context Request request) {
    ReadDialogues.View view = readDialogues.read(caller.get(), id);
    DialogueDeGestion dialogue =
        view.items().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(ProblemException::notFound);
    // Being late comes with the days, not with a change.
    EntityTag tag = tag(dialogue);
    Response.ResponseBuilder unchanged =
        dialogue.isLate(view.today()) ? null : EntityTags.notModified(request, tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(response(dialogue, view)).tag(tag).build();
  }

  @GET
  @Path("/{number}/versions")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listFrozenResults",
      summary = "Résultats figés — Frozen results",
      description =
          "Chaque version close, avec son texte exact et ses signatures. — Every closed version, with its"
              + " exact text and its signatures.")
  @APIResponse(
      responseCode = "200",
      description = "Les versions. — The versions.",
      content = @Content(schema = @Schema(implementation = FrozenResultsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public FrozenResultsResponse listFrozenResults(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number) {
    return FrozenResultsResponse.of(readFrozenResults.read(caller.get(), id, number));
  }

  @PUT
  @Path("/{number}/results")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "saveDialogueResults",
      summary = "Entrer les résultats — Enter results",
      description =
          "La CPTS remplace les résultats de l’année ; ce qui manque encore est dit. `If-Match` est"
              + " nécessaire dès la deuxième fois. Un changement annule les signatures et ce qui a été"
              + " dit des valeurs changées. — The CPTS replaces the results of the year; what is still"
              + " missing is told. `If-Match` is needed from the second time on. A change voids the"
              + " signatures and what was said of the changed values.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultsRequest.class),
              examples = @ExampleObject(name = "example", value = RESULTS)))
  @APIResponse(
      responseCode = "200",
      description = "Entrés. — Entered.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description = "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`, `NOT_A_YEARLY_DIALOGUE`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `FILE_UNKNOWN` : chaque champ refusé — every refused field")
  public Response saveDialogueResults(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @NotNull @Valid ResultsRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(
        Response.ok(),
        who,
        enterResults.enter(
            who,
            id,
            number,
            request.toWish(),
            current -> {
              if (current != null && current.results() != null) {
                EntityTags.requireIfMatch(headers, tag(current));
              } else if (current != null) {
                EntityTags.checkIfMatch(headers, tag(current));
              }
            }));
  }

  @PUT
  @Path("/{number}/results/{code}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "decideResultValue",
      summary = "Accepter, questionner ou refuser — Accept, question or refuse",
      description =
          "La CPAM ou l’ARS se prononce sur une valeur ; sa dernière parole compte. — The CPAM or the ARS"
              + " speaks on a value; its latest word counts.")
  @TakesIfMatch
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DecisionRequest.class),
              examples = @ExampleObject(name = "example", value = DECISION)))
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`, `NOTHING_TO_DECIDE`")
  @APIResponse(
      responseCode = "409",
      description = "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`, `NOT_A_YEARLY_DIALOGUE`")
  @APIResponse(responseCode = "422", description = "`INVALID`, `COMMENT_MISSING`")
  public Response decideResultValue(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @PathParam("code") @Parameter(example = "patients-parcours") String code,
      @NotNull @Valid DecisionRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return answer(
        Response.ok(),
        who,
        decideValue.decide(
            who,
            id,
            number,
            code,
            request.mission(),
            request.decision(),
            request.comment(),
            unchanged(headers)));
  }

  @POST
  @Path("/{number}/submission")
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "submitResults",
      summary = "Remettre les résultats — Hand the results over",
      description =
          "La CPTS remet ses valeurs à la CPAM et à l’ARS ; un indicateur payé a la preuve que le contrat"
              + " demande. — The CPTS hands its values over; a paid indicator has the evidence that the"
              + " contract asks for.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`, `EVIDENCE_MISSING`, `NOT_A_YEARLY_DIALOGUE`")
  public Response submitResults(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts/" + id + "/dialogues-de-gestion/" + number + "/submission",
        null,
        () ->
            answer(Response.ok(), who, submitResults.submit(who, id, number, unchanged(headers))));
  }

  @POST
  @Path("/{number}/agreement")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "agreeOnDialogue",
      summary = "Donner son accord — Agree",
      description =
          "Une signature par partie, liée au `hash`. L’accord de la CPTS remet aussi ses valeurs ; celui de"
              + " la CPAM ou de l’ARS accepte les valeurs dont elle n’a rien dit. La troisième signature"
              + " démarre une mission aussitôt. — One signature a party, bound to the `hash`. That of"
              + " the CPTS also hands its values over; that of the CPAM or the ARS accepts the values"
              + " of which it said nothing. The third starts a mission at once.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DialogueSignatureRequest.class),
              examples = @ExampleObject(name = "example", value = SIGNATURE)))
  @APIResponse(
      responseCode = "201",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`HASH_OUT_OF_DATE`, `ALREADY_SIGNED`, `RESULTS_MISSING`, `VALUES_NOT_ACCEPTED`,"
              + " `EVIDENCE_MISSING`, `ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response agreeOnDialogue(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @NotNull @Valid DialogueSignatureRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/dialogues-de-gestion/" + number + "/agreement",
        request,
        () ->
            answer(
                Response.status(Response.Status.CREATED),
                who,
                signDialogue.sign(who, id, number, request.hash(), unchanged(headers))));
  }

  @POST
  @Path("/{number}/closing")
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "closeDialogue",
      summary = "Clore le dialogue — Close the dialogue",
      description =
          "Fige les résultats, écrit au grand livre le volet variable et les soldes, et envoie les"
              + " résultats, en une transaction. Jamais avant l’anniversaire. — Freezes the results,"
              + " writes the variable part and the balances to the ledger, and tells the results, in"
              + " one transaction. Never before the anniversary.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description = "`ALREADY_CLOSED`, `ILLEGAL_TRANSITION`, `YEAR_NOT_OVER`, `YEAR_NOT_RUN`")
  public Response closeDialogue(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/dialogues-de-gestion/" + number + "/closing",
        null,
        () -> answer(Response.ok(), who, closeDialogue.close(who, id, number, unchanged(headers))));
  }

  @POST
  @Path("/{number}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("dialogues:sign")
  @Operation(
      operationId = "correctResults",
      summary = "Corriger une année close — Correct a closed year",
      description =
          "Ouvre la version suivante des résultats : trois accords, puis une nouvelle clôture, et le grand"
              + " livre porte la différence. — Opens the next version of the results: three signatures,"
              + " then another closing, and the ledger bears the difference.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultsRequest.Correction.class),
              examples = @ExampleObject(name = "example", value = CORRECTION)))
  @APIResponse(
      responseCode = "201",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`, `NOT_A_YEARLY_DIALOGUE`")
  @APIResponse(responseCode = "422", description = "`INVALID`, `FILE_UNKNOWN`")
  public Response correctResults(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @NotNull @Valid ResultsRequest.Correction request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts/" + id + "/dialogues-de-gestion/" + number + "/corrections",
        request,
        () ->
            answer(
                Response.status(Response.Status.CREATED),
                who,
                correctResults.correct(
                    who, id, number, request.toWish(), request.reason(), unchanged(headers))));
  }

  private static Precondition<DialogueDeGestion> unchanged(HttpHeaders headers) {
    return current -> {
      if (current != null) {
        EntityTags.checkIfMatch(headers, tag(current));
      }
    };
  }

  private Response answer(
      Response.ResponseBuilder builder, Caller who, DialogueDeGestion dialogue) {
    return builder
        .tag(tag(dialogue))
        .entity(response(dialogue, readDialogues.read(who, dialogue.contract())))
        .build();
  }

  private static DialogueResponse response(DialogueDeGestion dialogue, ReadDialogues.View view) {
    return DialogueResponse.of(dialogue, Objects.requireNonNull(view.facts()), view.today());
  }

  private static EntityTag tag(DialogueDeGestion dialogue) {
    return EntityTags.of(dialogue.version());
  }
}
