package fr.cadran.kit.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the audit. */
@Schema(
    name = "AuditEntries",
    description =
        "Une page du journal d'audit, du plus récent au plus ancien. — A page of the audit, newest"
            + " first.")
public record AuditEntriesResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Adresse de la page suivante. — Address of the next page.")
        @Nullable String next,
    @Schema(
            required = true,
            nullable = true,
            examples = "NO_ENTRY_MATCHES",
            description =
                "Pourquoi la page est vide, nul sinon. — Why the page is empty, else null.")
        @Nullable EmptyReason emptyReason) {

  /** Why there is nothing to show. */
  @Schema(name = "AuditEmptyReason")
  public enum EmptyReason {
    /** The chain has entries, none of which fits the filters. */
    NO_ENTRY_MATCHES,
    /** Everything that fits was on the pages before. */
    NO_MORE_ENTRIES
  }

  /** One entry. */
  @Schema(name = "AuditEntry")
  public record Item(
      @Schema(
              required = true,
              examples = "48211",
              description = "Rang dans la chaîne, sans trou. — Place in the chain, without gaps.")
          long sequence,
      @Schema(
              required = true,
              description =
                  "Relie la tentative et l'issue d'un même appel. — Ties the attempt of a call to"
                      + " its outcome.")
          UUID call,
      @Schema(required = true) Instant at,
      @Schema(required = true, examples = "contracts") String service,
      @Schema(required = true) AuditOutcome outcome,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Identifiant du compte ; nul sans identité. — Account id; null without identity.")
          @Nullable String subject,
      @Schema(required = true, nullable = true, examples = "cadran-portal") @Nullable String client,
      @Schema(required = true) List<String> roles,
      @Schema(required = true, nullable = true, examples = "192.0.2.14") @Nullable String address,
      @Schema(required = true) String requestId,
      @Schema(required = true, nullable = true, examples = "getPaymentPack")
          @Nullable String operation,
      @Schema(required = true, examples = "GET") String method,
      @Schema(required = true, nullable = true, examples = "/v1/payments/{id}/pack")
          @Nullable String route,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Identifiants du chemin, séparés par « / ». — The ids of the path, by slash.")
          @Nullable String resource,
      @Schema(
              required = true,
              nullable = true,
              examples = "asOf=2022-03-01T00:00:00Z",
              description =
                  "Filtres demandés ; sans valeur pour le texte libre. — Filters asked for; free"
                      + " text without its value.")
          @Nullable String filters,
      @Schema(required = true, nullable = true, examples = "200") @Nullable Integer status,
      @Schema(
              required = true,
              nullable = true,
              examples = "FORBIDDEN",
              description = "Code du refus. — Code of the refusal.")
          @Nullable String code,
      @Schema(
              required = true,
              examples = "1",
              description =
                  "Nombre d'appels, plus d'un pour des appels anonymes comptés. — How many calls,"
                      + " more than one for counted anonymous ones.")
          int calls,
      @Schema(required = true, description = "SHA-256 de l'entrée précédente. — Of the one before.")
          String previousHash,
      @Schema(required = true, description = "SHA-256, hexadécimal. — SHA-256, hexadecimal.")
          String hash) {
    static Item of(ChainedEntry chained) {
      AuditEntry entry = chained.entry();
      return new Item(
          chained.sequence(),
          entry.call(),
          entry.at(),
          entry.service(),
          entry.outcome(),
          entry.subject(),
          entry.client(),
          entry.roles().isEmpty() ? List.of() : Arrays.asList(entry.roles().split(",", -1)),
          entry.address(),
          entry.requestId(),
          entry.operation(),
          entry.method(),
          entry.route(),
          entry.resource(),
          entry.filters(),
          entry.status(),
          entry.code(),
          entry.calls(),
          chained.previousHash(),
          chained.hash());
    }
  }
}
