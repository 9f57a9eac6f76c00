package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Watches one call from the inside, for whoever must know more than how it ended. What it throws ends the call. */
public interface ErpWitness {

    /** True when it only wants to see what would be sent: nothing goes out, and every call ends as not sent. */
    default boolean isDry() {
        return false;
    }

    /**
     * A request is written and goes out now, unless it is a dry run; what it says besides stands in its {@link ErpExchange}.
     *
     * @param headers without secrets
     */
    default void sends(ErpOperation operation, Map<String, String> headers) {}

    /** An HTTP request to the ERP has ended, signing in included. */
    void arrived(RawAnswer answer);

    /** An answer in the contract's names, still with the types the ERP chose: it is held against the contract after this. */
    void understood(ErpOperation operation, JsonNode answer);
}
