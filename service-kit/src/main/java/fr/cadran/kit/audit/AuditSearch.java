package fr.cadran.kit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries an auditor asks for; what is null does not limit.
 *
 * @param subject account id
 * @param client OAuth client
 * @param operation id of the operation
 * @param resource first id of the path, or several by slash
 * @param outcome what became of the call
 * @param from not before
 * @param to before
 */
record AuditSearch(
    @Nullable String subject,
    @Nullable String client,
    @Nullable String operation,
    @Nullable String resource,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {}
