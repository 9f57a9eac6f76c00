package io.waybill.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Keeps what flows come to, in the commit of the turn that comes to it. */
public interface FlowResults {

    /** In the caller's transaction. */
    void keep(Result result);

    /**
     * @param flow its id
     * @param revision the one that was walked
     * @param kind as the step says it: {@code feedback}
     */
    record Result(long contactId, String flow, String revision, String kind, ObjectNode values, Instant at) {}
}
