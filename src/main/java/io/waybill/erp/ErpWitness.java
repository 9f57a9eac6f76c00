package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;

/** Watches one call from the inside, for whoever must know more than how it ended. What it throws ends the call. */
public interface ErpWitness {

    /** An HTTP request to the ERP has ended, signing in included. */
    void arrived(RawAnswer answer);

    /** An answer in the contract's names, still with the types the ERP chose: it is held against the contract after this. */
    void understood(ErpOperation operation, JsonNode answer);
}
