package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;

/** How a call to the ERP ended. A flow has a branch for each ending; {@code reason} is a sentence for the operator. */
public sealed interface ErpReply {

    /** The answer satisfies the contract; decimals are exact ({@code DecimalNode}), lists hold the rows of all pages. */
    record Ok(JsonNode body) implements ErpReply {}

    /** There is nothing: a list without rows, or FIND_ORDER's {@code "found": false}. */
    record Empty() implements ErpReply {}

    /** The ERP said no, or its answer lacks what the contract promises; repeating would not help. */
    record Refused(String reason) implements ErpReply {}

    /** Certainly not executed (or only a read): may be tried again. */
    record Down(String reason) implements ErpReply {}

    /** A write that may have been executed: the ledger must ask before anything is sent again. */
    record Unknown(String reason) implements ErpReply {}
}
