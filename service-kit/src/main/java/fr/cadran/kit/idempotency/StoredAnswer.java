package fr.cadran.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to the first request with a key.
 *
 * @param status HTTP status
 * @param location {@code Location} header, null without one
 * @param etag {@code ETag} header, null without one
 * @param body JSON text, null without a body
 */
record StoredAnswer(
    int status, @Nullable String location, @Nullable String etag, @Nullable String body) {}
