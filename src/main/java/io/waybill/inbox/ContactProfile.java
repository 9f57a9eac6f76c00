package io.waybill.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contact beside what was said.
 *
 * @param marketingStoppedAt when they asked Meta for no more marketing; null: they have not
 * @param first what led them here first; null: nothing that Meta tells of
 * @param last the same for the last time
 */
public record ContactProfile(
        Contact contact,
        @Nullable Instant marketingStoppedAt,
        @Nullable Source first,
        @Nullable Source last) {}
