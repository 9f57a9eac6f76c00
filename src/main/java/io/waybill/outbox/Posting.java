package io.waybill.outbox;

import java.util.List;

/** Where messages are posted that belong to what the caller's transaction changes: they go out once it is committed, and only then. */
@FunctionalInterface
public interface Posting {

    /** In the caller's transaction, to go out in this order. */
    void add(List<OutboxMessage.Draft> drafts);
}
