package fr.cadran.kit.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one call. Holds no body, no token and nothing about a person but the account
 * id and the network address.
 *
 * @param call ties the entries of one call together
 * @param at when, to the microsecond
 * @param service whose chain this is
 * @param outcome what became of it
 * @param subject account id, null for who did not say who they are
 * @param client OAuth client, null likewise
 * @param roles roles of the realm, in order, by comma; empty without any
 * @param address where from, null when it is not known
 * @param requestId what the answer and the logs carry
 * @param operation id of the operation, null when the path leads to none
 * @param method of HTTP
 * @param route template of the path, null when the path leads to no operation
 * @param resource the ids in the path, by slash; null without any
 * @param filters the query parameters; values only of those that are codes or dates
 * @param status of the answer, null before it
 * @param code of the problem, null without one
 * @param calls how many calls this stands for, 1 but for counted ones
 */
public record AuditEntry(
    UUID call,
    Instant at,
    String service,
    AuditOutcome outcome,
    @Nullable String subject,
    @Nullable String client,
    String roles,
    @Nullable String address,
    String requestId,
    @Nullable String operation,
    String method,
    @Nullable String route,
    @Nullable String resource,
    @Nullable String filters,
    @Nullable Integer status,
    @Nullable String code,
    int calls) {
  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
