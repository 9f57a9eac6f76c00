package io.waybill.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key; the key itself is not kept.
 *
 * @param hint how it begins, to tell it from others
 * @param expiresAt null: never
 * @param revokedAt null: it was not
 */
record ApiKey(
        long id,
        String name,
        String hint,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
