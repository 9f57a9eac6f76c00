package io.waybill.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.CheckOptions;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a test asks for unless somebody says otherwise: about the products, customers and orders that tests before it have seen. */
final class SampleRequests {

    /** Stands in all that a test makes in the ERP. */
    static final String MARK = "WAYBILL TEST: do not deliver";

    private static final String ONE = "1";

    private final ObjectNode facts = JsonNodeFactory.instance.objectNode();

    SampleRequests(Collection<OperationTest> tests) {
        tests.forEach(test -> facts.setAll(test.facts()));
    }

    ObjectNode of(ErpOperation operation) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        return switch (operation) {
            case LIST_PRODUCTS, LIST_JOBS -> request.put("active_only", true);
            case GET_PRICE ->
                request.put("external_product_id", fact("external_product_id", ONE))
                        .put("qty", 1);
            case UPSERT_CUSTOMER ->
                request.put("phone", CheckOptions.NOBODYS_PHONE).put("name", MARK);
            case CREATE_ORDER -> order(request);
            case CONFIRM_ORDER -> confirmation(request.put("external_order_id", fact("external_order_id", ONE)));
            case SET_ADDRESS ->
                request.put("external_order_id", fact("external_order_id", ONE)).put("address_text", MARK);
            case GET_ORDER_STATUS -> request.put("external_order_id", fact("external_order_id", ONE));
            case CREATE_APPLICANT ->
                request.put("name", MARK)
                        .put("email", "nobody@example.com")
                        .put("role", fact("role", ONE))
                        .put("phone", CheckOptions.NOBODYS_PHONE);
            default -> request;
        };
    }

    private ObjectNode order(ObjectNode request) {
        request.put("external_customer_id", fact("external_customer_id", ONE));
        request.putArray("items")
                .addObject()
                .put("external_product_id", fact("external_product_id", ONE))
                .put("name", fact("name", "Test"))
                .put("qty", 1)
                .put("unit_price", price());
        request.put("order_note", MARK);
        request.putObject("totals")
                .put("subtotal", price())
                .put("delivery", BigDecimal.ZERO)
                .put("total", price())
                .put("currency", fact("currency", "KES"));
        return request;
    }

    private ObjectNode confirmation(ObjectNode request) {
        request.putObject("payment_info")
                .put("method", "COD")
                .put("amount", price())
                .put("currency", fact("currency", "KES"));
        return request;
    }

    private BigDecimal price() {
        return facts.path("unit_price").isNumber() ? facts.path("unit_price").decimalValue() : BigDecimal.ONE;
    }

    private String fact(String name, String otherwise) {
        return facts.path(name).asText(otherwise);
    }

    /** What other tests ask about, of an answer in the contract's names. */
    static ObjectNode facts(ErpOperation operation, @Nullable JsonNode answer) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (answer == null) {
            return facts;
        }
        switch (operation) {
            case LIST_PRODUCTS -> {
                JsonNode product = firstWithPrice(answer.path("items"));
                copy(product, "id", facts, "external_product_id");
                copy(product, "name", facts, "name");
                copy(product, "price", facts, "unit_price");
                copy(product, "currency", facts, "currency");
            }
            case LIST_JOBS -> copy(answer.path("items").path(0), "id", facts, "role");
            case GET_PRICE -> {
                copy(answer, "unit_price", facts, "unit_price");
                copy(answer, "currency", facts, "currency");
            }
            case UPSERT_CUSTOMER -> copy(answer, "external_customer_id", facts, "external_customer_id");
            case CREATE_ORDER -> copy(answer, "external_order_id", facts, "external_order_id");
            default -> {}
        }
        return facts;
    }

    private static JsonNode firstWithPrice(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row ->
                        row.path("price").isNumber() && row.path("active").asBoolean(true))
                .filter(row -> row.path("options").isEmpty())
                .findFirst()
                .orElse(rows.path(0));
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.hasNonNull(name)) {
            to.set(as, from.get(name));
        }
    }
}
