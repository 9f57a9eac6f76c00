package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An order as the fake ERP keeps it.
 *
 * @param key the {@code Idempotency-Key} it came with, or null
 * @param phone of the customer, null when hidden
 * @param requests how often this key asked for it; only the first created it when keys are honoured
 * @param confirmations how often CONFIRM_ORDER took effect
 */
public record ErpOrder(
        String id,
        String number,
        String key,
        String clientReference,
        String customerId,
        String phone,
        JsonNode items,
        JsonNode totals,
        String note,
        JsonNode address,
        JsonNode payment,
        String status,
        long createdAt,
        int requests,
        int confirmations) {

    ErpOrder askedAgain() {
        return with(id, number, totals, address, payment, status, requests + 1, confirmations);
    }

    /** The same order once more under another id and number. */
    public ErpOrder copy(String id, String number) {
        return with(id, number, totals, address, payment, status, requests, confirmations);
    }

    public ErpOrder withTotals(JsonNode totals) {
        return with(id, number, totals, address, payment, status, requests, confirmations);
    }

    ErpOrder confirmed(JsonNode payment) {
        return with(id, number, totals, address, payment, "confirmed", requests, confirmations + 1);
    }

    ErpOrder addressed(JsonNode address) {
        return with(id, number, totals, address, payment, status, requests, confirmations);
    }

    public ErpOrder withStatus(String status) {
        return with(id, number, totals, address, payment, status, requests, confirmations);
    }

    ErpOrder cancelled() {
        return with(id, number, totals, address, payment, "cancelled", requests, confirmations);
    }

    private ErpOrder with(
            String id,
            String number,
            JsonNode totals,
            JsonNode address,
            JsonNode payment,
            String status,
            int requests,
            int confirmations) {
        return new ErpOrder(
                id,
                number,
                key,
                clientReference,
                customerId,
                phone,
                items,
                totals,
                note,
                address,
                payment,
                status,
                createdAt,
                requests,
                confirmations);
    }
}
