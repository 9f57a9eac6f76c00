package io.waybill.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has done with its claim.
 *
 * @param session the new state of the conversation
 * @param done wamids that are answered now
 * @param hold keep the lease: the worker is not finished
 * @param wakesAt when the contact is to be handed out though no message came; a session that waits for nothing has none
 * @param queuedAt its place in the queue of contacts whose call waits for the ERP to answer; null: it is not in it
 * @param lastOrder set when an order was created
 */
public record Completion(
        long contactId,
        String lease,
        String session,
        List<String> done,
        boolean hold,
        @Nullable Instant wakesAt,
        @Nullable Instant queuedAt,
        Claim.@Nullable OrderReference lastOrder) {}
