package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.catalog.ProductController.AskedPrice;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Asks the ERP for one price, as checkout does. */
final class PriceQuestions {

    private final ErpReads erp;
    private final Clock clock;

    PriceQuestions(ErpReads erp, Clock clock) {
        this.erp = erp;
        this.clock = clock;
    }

    AskedPrice ask(String externalProductId, int qty) {
        if (qty < 1) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "\"qty\" is how many are bought: 1 or more.");
        }
        ErpReply reply = erp.askFresh(
                        ErpOperation.GET_PRICE,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("external_product_id", externalProductId)
                                .put("qty", qty))
                .reply();
        return switch (reply) {
            case ErpReply.Ok(JsonNode body) ->
                new AskedPrice(
                        qty,
                        body.path("unit_price").decimalValue().toPlainString(),
                        body.path("currency").asText(),
                        body.path("stock").isNumber() ? body.path("stock").decimalValue() : null,
                        clock.instant());
            case ErpReply.Empty empty ->
                throw refused(
                        HttpStatus.UNPROCESSABLE_ENTITY, "The ERP has no price for %s.".formatted(externalProductId));
            case ErpReply.Refused(String reason) -> throw refused(HttpStatus.UNPROCESSABLE_ENTITY, reason);
            case ErpReply.Down(String reason) -> throw refused(HttpStatus.SERVICE_UNAVAILABLE, reason);
            case ErpReply.Unknown(String reason) -> throw refused(HttpStatus.SERVICE_UNAVAILABLE, reason);
        };
    }

    private static ResponseStatusException refused(HttpStatus status, String sentence) {
        return new ResponseStatusException(status, sentence);
    }
}
