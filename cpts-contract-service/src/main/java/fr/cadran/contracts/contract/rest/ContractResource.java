package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.AbandonContract;
import fr.cadran.contracts.contract.application.Contracts;
import fr.cadran.contracts.contract.application.CreateContract;
import fr.cadran.contracts.contract.application.ListContracts;
import fr.cadran.contracts.contract.application.ListOffers;
import fr.cadran.contracts.contract.application.MakeOffer;
import fr.cadran.contracts.contract.application.ReadContract;
import fr.cadran.contracts.contract.application.ReadHistory;
import fr.cadran.contracts.contract.application.SignContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.ProblemTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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

/** The ACI contracts. */
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "contracts",
    description =
        "Contrats tripartites CPTS, CPAM, ARS : négociation et signatures. — Tripartite contracts:"
            + " negotiation and signatures.")
@RunOnVirtualThread
public class ContractResource {
  private static final String EXAMPLE =
      """
      {"cpts": "5ecad2a0-0000-4000-8000-000000000093", "fundingTable": "ACI-2019", \
      "missions": ["ACCES_SOINS", {"mission": "PARCOURS", "plannedStart": "2022-10-01"}], \
      "signedOn": "2022-03-01"}\
      """;
  private static final String OFFER =
      """
      {"fundingTable": "ACI-2019", "missions": ["ACCES_SOINS", "PREVENTION"], \
      "signedOn": "2022-03-01", "message": "Prévention plutôt que parcours la première année"}\
      """;
  private static final String SIGNATURE =
      """
      {"hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}\
      """;
  private static final String ABANDONMENT = "{\"reason\": \"Projet de santé à reprendre\"}";

  private final CreateContract createContract;
  private final ListContracts listContracts;
  private final ReadContract readContract;
  private final MakeOffer makeOffer;
  private final ListOffers listOffers;
  private final SignContract signContract;
  private final AbandonContract abandonContract;
  private final ReadHistory readHistory;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final ProblemTexts texts;

  ContractResource(
      CreateContract createContract,
      ListContracts listContracts,
      ReadContract readContract,
      MakeOffer makeOffer,
      ListOffers listOffers,
      SignContract signContract,
      AbandonContract abandonContract,
      ReadHistory readHistory,
      CurrentCaller caller,
      Idempotency idempotency,
      ProblemTexts texts) {
    this.createContract = createContract;
    this.listContracts = listContracts;
    this.readContract = readContract;
    this.makeOffer = makeOffer;
    this.listOffers = listOffers;
    this.signContract = signContract;
    this.abandonContract = abandonContract;
    this.readHistory = readHistory;
    this.caller = caller;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "createContract",
      summary = "Préparer un contrat — Draft a contract",
      description =
          "Une des trois parties propose les premiers termes. Taille et population viennent du territoire"
              + " quand elles ne sont pas données ; un écart est un avertissement. — One of the three"
              + " parties proposes the first terms. Size and population come from the territory when"
              + " they are not given; a difference is a warning.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContractRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Préparé. — Drafted.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ContractResponse.class)))
  @APIResponse(responseCode = "409", description = "`CONTRACT_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `FUNDING_TABLE_UNKNOWN`, `SIZE_NOT_FUNDED`, `TABLE_NOT_IN_FORCE`")
  public Response createContract(
      @NotNull @Valid ContractRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts",
        request,
        () -> {
          Contract contract = createContract.create(who, request.cpts(), request.toWish());
          URI location = URI.create("/v1/contracts/" + contract.id());
          return answer(Response.created(location), who, contract.id(), headers);
        });
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listContracts",
      summary = "Lister les contrats — List contracts",
      description =
          "Les contrats dans votre périmètre, du plus ancien au plus récent. — The contracts within your"
              + " reach, the oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = {@Header(name = "Link", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = ContractsResponse.class)))
  public Response listContracts(
      @QueryParam("cpts") @Parameter(description = "De cette CPTS. — Of this CPTS.")
          @Nullable UUID cpts,
      @QueryParam("state") @Parameter(description = "Dans cet état. — In this state.")
          @Nullable ContractState state,
      @QueryParam("size")
          @Min(1) @Max(4) @Parameter(description = "De cette taille. — Of this size.")
          @Nullable Integer size,
      @QueryParam("departement")
          @Parameter(description = "Siège dans ce département. — Seat in this département.")
          @Nullable String departement,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Contract> page =
        listContracts.list(
            caller.get(),
            new Contracts.Filter(cpts, state, size, departement),
            listing.after(1),
            listing.limit());
    return Listing.answer(page.map(ContractsResponse.Listed::of), uri, ContractsResponse::new);
  }

  @GET
  @Path("/{id}")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getContract",
      summary = "Lire un contrat — Read a contract",
      description =
          "Le contrat, ses signatures et ses termes en vigueur un jour donné (`on`, aujourd’hui par"
              + " défaut), avenants compris. — The contract, its signatures, and its terms in force on a"
              + " day (`on`, today by default), avenants included.")
  @APIResponse(
      responseCode = "200",
      description = "Le contrat. — The contract.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = ContractResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getContract(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @QueryParam("on") @Parameter(description = "Jour des termes. — Day of the terms.")
          @Nullable LocalDate on,
      @Context Request request,
      @Context HttpHeaders headers) {
    ReadContract.View view = readContract.read(caller.get(), id, on);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(view));
    return unchanged == null ? answer(Response.ok(), view, headers) : unchanged.build();
  }

  @GET
  @Path("/{id}/missions")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listContractMissions",
      summary = "Missions du contrat — Missions of the contract",
      description =
          "Prévues, démarrées, terminées ; les retards sur le calendrier de l’ACI sont signalés. —"
              + " Planned, started, ended; delays against the calendar of the ACI are flagged.")
  @APIResponse(
      responseCode = "200",
      description = "Les missions. — The missions.",
      content = @Content(schema = @Schema(implementation = MissionsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public MissionsResponse listContractMissions(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @QueryParam("on") @Parameter(description = "Jour des termes. — Day of the terms.")
          @Nullable LocalDate on) {
    return MissionsResponse.of(readContract.read(caller.get(), id, on));
  }

  @GET
  @Path("/{id}/indicators")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listContractIndicators",
      summary = "Indicateurs du contrat — Indicators of the contract",
      description =
          "Les annexes signées de chaque mission, année par année, et les indicateurs encore en"
              + " négociation. — The signed annexes of each mission, year by year, and the indicators"
              + " still under negotiation.")
  @APIResponse(
      responseCode = "200",
      description = "Les indicateurs. — The indicators.",
      content = @Content(schema = @Schema(implementation = ContractIndicatorsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public ContractIndicatorsResponse listContractIndicators(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return ContractIndicatorsResponse.of(readContract.read(caller.get(), id, null));
  }

  @GET
  @Path("/{id}/history")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getContractHistory",
      summary = "Vie du contrat — Life of the contract",
      description =
          "Chaque changement, avec la partie qui l’a fait et les avis des commissions paritaires. — Every"
              + " change, with the party that made it and the opinions of the commissions.")
  @APIResponse(
      responseCode = "200",
      description = "Les changements. — The changes.",
      content = @Content(schema = @Schema(implementation = HistoryResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public HistoryResponse getContractHistory(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return HistoryResponse.of(readHistory.read(caller.get(), id));
  }

  @POST
  @Path("/{id}/offers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "makeOffer",
      summary = "Faire une offre — Make an offer",
      description =
          "Un tour de négociation : les termes entiers, comparés au tour précédent. Toute signature sur"
              + " les termes d’avant est annulée. — A round of the negotiation: whole terms, compared"
              + " with the round before. Every signature under the earlier terms is void.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OfferRequest.class),
              examples = @ExampleObject(name = "example", value = OFFER)))
  @APIResponse(
      responseCode = "201",
      description = "Proposée. — Proposed.",
      headers = {@Header(name = "Location", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = OffersResponse.OfferResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `FUNDING_TABLE_UNKNOWN`, `SIZE_NOT_FUNDED`, `TABLE_NOT_IN_FORCE`")
  public Response makeOffer(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid OfferRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts/" + id + "/offers",
        request,
        () -> {
          Offer offer =
              makeOffer.offer(who, id, request.toWish(), request.message(), unchanged(headers));
          List<Offer> offers = listOffers.list(who, id);
          return Response.created(URI.create("/v1/contracts/" + id + "/offers/" + offer.number()))
              .entity(OffersResponse.OfferResponse.of(offer, offers.get(offer.number() - 2)))
              .build();
        });
  }

  @GET
  @Path("/{id}/offers")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listOffers",
      summary = "Tours de la négociation — Rounds of the negotiation",
      description =
          "Chaque tour depuis le premier, avec ses différences avec le précédent. — Every round from the"
              + " first, with its differences from the one before.")
  @APIResponse(
      responseCode = "200",
      description = "Les tours. — The rounds.",
      content = @Content(schema = @Schema(implementation = OffersResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public OffersResponse listOffers(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return OffersResponse.of(listOffers.list(caller.get(), id));
  }

  @GET
  @Path("/{id}/offers/{number}")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getOffer",
      summary = "Un tour comparé à un autre — A round compared with another",
      description =
          "Les différences avec le tour `comparedTo`, le précédent par défaut. — The differences from the"
              + " round `comparedTo`, the one before by default.")
  @APIResponse(
      responseCode = "200",
      description = "Le tour. — The round.",
      content = @Content(schema = @Schema(implementation = OffersResponse.OfferResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public OffersResponse.OfferResponse getOffer(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "2") int number,
      @QueryParam("comparedTo") @Parameter(description = "Numéro d'un tour. — Number of a round.")
          @Nullable Integer comparedTo) {
    List<Offer> offers = listOffers.list(caller.get(), id);
    Offer offer = numbered(offers, number);
    int other = comparedTo == null ? number - 1 : comparedTo;
    return OffersResponse.OfferResponse.of(
        offer, comparedTo == null && other == 0 ? null : numbered(offers, other));
  }

  private static Offer numbered(List<Offer> offers, int number) {
    return offers.stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  @POST
  @Path("/{id}/signatures")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:sign")
  @Operation(
      operationId = "signContract",
      summary = "Signer le contrat — Sign the contract",
      description =
          "Une signature par partie, liée au `hash` du texte exact. La troisième fait le contrat : étape"
              + " de la CPTS, grand livre, dialogues et événements dans la même transaction. — One"
              + " signature a party, bound to the `hash` of the exact text. The third makes the"
              + " contract: stage of the CPTS, ledger, dialogues and events in the same transaction.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SignatureRequest.class),
              examples = @ExampleObject(name = "example", value = SIGNATURE)))
  @APIResponse(
      responseCode = "201",
      description = "Signé par cette partie. — Signed by this party.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = ContractResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description = "`HASH_OUT_OF_DATE`, `ALREADY_SIGNED`, `ILLEGAL_TRANSITION`")
  @APIResponse(responseCode = "422", description = "`INVALID`, `TABLE_NOT_IN_FORCE`")
  public Response signContract(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid SignatureRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/signatures",
        request,
        () -> {
          signContract.sign(who, id, request.hash(), unchanged(headers));
          return answer(Response.status(Response.Status.CREATED), who, id, headers);
        });
  }

  @GET
  @Path("/{id}/signatures")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listSignatures",
      summary = "Signatures du contrat — Signatures of the contract",
      description =
          "Le texte exact, son hash, qui l’a signé et qui manque. — The exact text, its hash, who has signed"
              + " it and who is missing.")
  @APIResponse(
      responseCode = "200",
      description = "Les signatures. — The signatures.",
      content = @Content(schema = @Schema(implementation = SignaturesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public SignaturesResponse listSignatures(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    Contract contract = readContract.read(caller.get(), id, null).contract();
    return SignaturesResponse.of(
        contract.hash(), contract.canonical().text(), contract.signatures());
  }

  @POST
  @Path("/{id}/abandonment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "abandonContract",
      summary = "Abandonner la négociation — Abandon the negotiation",
      description =
          "Une partie renonce avant que les trois aient signé. — A party gives up before the three have"
              + " signed.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AbandonmentRequest.class),
              examples = @ExampleObject(name = "example", value = ABANDONMENT)))
  @APIResponse(
      responseCode = "200",
      description = "Abandonné. — Abandoned.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = ContractResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response abandonContract(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid AbandonmentRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts/" + id + "/abandonment",
        request,
        () -> {
          abandonContract.abandon(who, id, request.reason(), unchanged(headers));
          return answer(Response.ok(), who, id, headers);
        });
  }

  /**
   * The version alone: a state change concerns the contract, whatever day its terms are read on.
   */
  private static Precondition<Contract> unchanged(HttpHeaders headers) {
    return current -> {
      if (current != null && headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
        EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
      }
    };
  }

  private Response answer(
      Response.ResponseBuilder builder, Caller who, UUID id, HttpHeaders headers) {
    return answer(builder, readContract.read(who, id, null), headers);
  }

  private Response answer(
      Response.ResponseBuilder builder, ReadContract.View view, HttpHeaders headers) {
    return builder
        .tag(tag(view))
        .entity(
            ContractResponse.of(
                view,
                WarningResponse.of(
                    view.warnings(),
                    texts,
                    Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)))))
        .build();
  }

  private static EntityTag tag(ReadContract.View view) {
    return EntityTags.of(view.contract().version());
  }
}
