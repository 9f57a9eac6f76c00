package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Contract;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ERP of a simulation: answers by the contract from a {@link Sample}, or fails as it is told to. */
final class SampleErp {

    private final List<ObjectNode> products = new ArrayList<>();
    private final Sample sample;
    private final List<Standing> faults = new ArrayList<>();
    private final Map<String, ObjectNode> customers = new HashMap<>();
    private final Map<String, ObjectNode> orders = new HashMap<>();
    private final Map<String, ErpReply> answered = new HashMap<>();
    private int nextOrder;
    private int applicants;
    private int payments;
    private String paymentStatus = "paid";
    private int refunds;
    private int reservations;

    SampleErp(Sample sample, List<Fault> faults) {
        this.sample = sample;
        this.nextOrder = sample.nextOrder();
        sample.products().forEach(product -> products.add(product.deepCopy()));
        sample.orders()
                .forEach(order -> orders.put(order.path("external_order_id").asText(), order.deepCopy()));
        faults.forEach(this::fail);
    }

    /** A fault and the calls it has seen. */
    private static final class Standing {

        private final Fault fault;
        private int calls;

        Standing(Fault fault) {
            this.fault = fault;
        }

        boolean strikes(ErpOperation operation) {
            if (fault.operation() != operation) {
                return false;
            }
            calls++;
            return fault.call() == null || fault.call() == calls;
        }
    }

    /** Takes the place of every earlier fault of the operation that is meant for every call. */
    void fail(Fault fault) {
        if (fault.call() == null) {
            mend(fault.operation());
        }
        faults.add(new Standing(fault));
    }

    void mend(@Nullable ErpOperation operation) {
        faults.removeIf(standing -> operation == null || standing.fault.operation() == operation);
    }

    /** @param price null: none */
    void price(String id, @Nullable BigDecimal price) {
        ObjectNode product =
                product(id).orElseThrow(() -> new ImpossibleInput("The ERP sells no product %s.".formatted(id)));
        product.remove("prices");
        if (price == null) {
            product.remove("price");
        } else {
            product.put("price", price);
        }
    }

    void stock(String id, BigDecimal stock) {
        product(id)
                .orElseThrow(() -> new ImpossibleInput("The ERP sells no product %s.".formatted(id)))
                .put("stock", stock);
    }

    void payment(String status) {
        paymentStatus = status;
    }

    /** @param key of a write: the same key gets the same answer and does nothing twice */
    ErpReply call(ErpOperation operation, ObjectNode request, String key) {
        Optional<String> problem = Contract.of(operation).problemOfRequest(request);
        if (problem.isPresent()) {
            return new ErpReply.Refused(problem.get());
        }
        Fault fault = null;
        for (Standing standing : faults) {
            if (standing.strikes(operation) && fault == null) {
                fault = standing.fault;
            }
        }
        return fault == null ? executed(operation, request, key) : failed(fault, request, key);
    }

    private ErpReply failed(Fault fault, ObjectNode request, String key) {
        ErpOperation operation = fault.operation();
        return switch (fault.ending()) {
            case REFUSED -> refused(operation, fault.reason() == null ? "Not possible." : fault.reason());
            case DOWN -> new ErpReply.Down(operation + ": the ERP answers 503. Try again later.");
            case UNKNOWN -> {
                ErpReply reply = executed(operation, request, key);
                String reason = operation + ": no answer within 15 seconds.";
                yield !operation.writes()
                        ? new ErpReply.Down(reason)
                        : reply instanceof ErpReply.Ok
                                ? new ErpReply.Unknown(reason + " It may have been executed.")
                                : reply;
            }
            case EMPTY -> operation.mayFindNothing() ? new ErpReply.Empty() : garbled(operation, request, key);
            case GARBLED -> garbled(operation, request, key);
            case ANSWERS -> changed(fault, executed(operation, request, key));
        };
    }

    private ErpReply garbled(ErpOperation operation, ObjectNode request, String key) {
        ErpReply reply = executed(operation, request, key);
        return reply instanceof ErpReply.Ok
                ? uncertain(operation, operation + ": the ERP answers 200, but not JSON.")
                : reply;
    }

    private static ErpReply changed(Fault fault, ErpReply reply) {
        if (!(reply instanceof ErpReply.Ok ok) || fault.answer() == null) {
            return reply;
        }
        ObjectNode body = ((ObjectNode) ok.body()).deepCopy();
        for (Map.Entry<String, JsonNode> field : fault.answer().properties()) {
            if (field.getValue().isNull()) {
                body.remove(field.getKey());
            } else {
                body.set(field.getKey(), field.getValue());
            }
        }
        return checked(fault.operation(), body);
    }

    private ErpReply executed(ErpOperation operation, ObjectNode request, String key) {
        if (!operation.writes()) {
            return answer(operation, request, key);
        }
        return answered.computeIfAbsent(key, unseen -> answer(operation, request, key));
    }

    private ErpReply answer(ErpOperation operation, ObjectNode request, String key) {
        return switch (operation) {
            case LIST_PRODUCTS -> listed(operation, products);
            case LIST_JOBS -> listed(operation, sample.jobs());
            case GET_PRICE -> price(request);
            case UPSERT_CUSTOMER -> checked(operation, customer(request));
            case CREATE_ORDER -> create(request, key);
            case CONFIRM_ORDER -> status(operation, request, "confirmed");
            case CANCEL_ORDER -> status(operation, request, "cancelled");
            case SET_ADDRESS, GET_ORDER_STATUS -> status(operation, request, null);
            case CREATE_APPLICANT ->
                checked(
                        operation,
                        Json.object()
                                .put("external_applicant_id", "A" + ++applicants)
                                .put("status", "received"));
            case REQUEST_PAYMENT ->
                checked(
                        operation,
                        Json.object().put("payment_id", "PAY" + ++payments).put("status", "pending"));
            case GET_PAYMENT_STATUS -> checked(operation, Json.object().put("status", paymentStatus));
            case REFUND_PAYMENT ->
                checked(
                        operation,
                        Json.object().put("refund_id", "R" + ++refunds).put("status", "refunded"));
            case SET_ORDER_STATUS ->
                status(operation, request, request.path("status").asText());
            case LIST_ORDERS -> listed(operation, matching(request));
            case FIND_ORDER -> found(request);
            case RESERVE_STOCK -> reserved(request);
            case RELEASE_STOCK -> checked(operation, Json.object().put("status", "released"));
            case GET_RECEIPT -> receipt(request);
            case AUTH -> checked(operation, Json.object().put("access_token", "sample"));
        };
    }

    private static ErpReply listed(ErpOperation operation, List<? extends JsonNode> rows) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        for (JsonNode row : rows) {
            ObjectNode item = row.deepCopy();
            item.remove("prices");
            items.add(item);
        }
        return items.isEmpty() ? new ErpReply.Empty() : checked(operation, body);
    }

    private ErpReply price(ObjectNode request) {
        String id = request.path("external_product_id").asText();
        Optional<ObjectNode> product = product(id);
        if (product.isEmpty()) {
            return refused(ErpOperation.GET_PRICE, "There is no product %s.".formatted(id));
        }
        BigDecimal qty = request.path("qty").decimalValue();
        return unitPrice(product.get(), qty)
                .map(price -> checked(ErpOperation.GET_PRICE, quote(price, product.get())))
                .orElseGet(() -> refused(
                        ErpOperation.GET_PRICE,
                        "%s has no price yet."
                                .formatted(product.get().path("name").asText())));
    }

    private static ObjectNode quote(BigDecimal price, ObjectNode product) {
        ObjectNode quote = Json.object()
                .put("unit_price", price)
                .put("currency", product.path("currency").asText());
        return product.has("stock") ? quote.set("stock", product.get("stock")) : quote;
    }

    private ErpReply create(ObjectNode request, String key) {
        BigDecimal total = request.path("totals").path("delivery").decimalValue();
        for (JsonNode item : request.path("items")) {
            Optional<ObjectNode> product =
                    product(item.path("external_product_id").asText());
            BigDecimal qty = item.path("qty").decimalValue();
            Optional<BigDecimal> price = product.flatMap(known -> unitPrice(known, qty));
            if (price.isEmpty()) {
                return refused(
                        ErpOperation.CREATE_ORDER,
                        "%s cannot be sold.".formatted(item.path("name").asText()));
            }
            total = total.add(price.get().multiply(qty));
        }
        int number = nextOrder++;
        ObjectNode order = Json.object()
                .put("external_order_id", String.valueOf(number))
                .put("order_number", "SO-" + number)
                .put("status", "pending");
        ObjectNode kept = order.deepCopy()
                .put("total", total)
                .put("currency", request.path("totals").path("currency").asText("KES"))
                .put("client_reference", key);
        kept.set("external_customer_id", request.path("external_customer_id"));
        orders.put(String.valueOf(number), kept);
        return checked(ErpOperation.CREATE_ORDER, order.put("total", total));
    }

    private List<ObjectNode> matching(ObjectNode wanted) {
        return orders.values().stream()
                .filter(order -> says(order, wanted, "status")
                        && says(order, wanted, "external_customer_id")
                        && says(order, wanted, "client_reference")
                        && says(order, wanted, "order_number"))
                .sorted(Comparator.comparing(
                        order -> order.path("external_order_id").asText()))
                .toList();
    }

    private static boolean says(ObjectNode order, ObjectNode wanted, String field) {
        return !wanted.hasNonNull(field)
                || order.path(field).asText().equals(wanted.path(field).asText());
    }

    private ErpReply found(ObjectNode request) {
        return matching(request).stream()
                .findFirst()
                .map(order -> checked(ErpOperation.FIND_ORDER, order.deepCopy()))
                .orElseGet(ErpReply.Empty::new);
    }

    private ErpReply reserved(ObjectNode request) {
        for (JsonNode item : request.path("items")) {
            String id = item.path("external_product_id").asText();
            JsonNode stock = product(id)
                    .map(product -> product.path("stock"))
                    .orElse(Json.nodes().missingNode());
            if (stock.isNumber()
                    && stock.decimalValue().compareTo(item.path("qty").decimalValue()) < 0) {
                return refused(ErpOperation.RESERVE_STOCK, "There are only %s of %s.".formatted(stock.asText(), id));
            }
        }
        return checked(ErpOperation.RESERVE_STOCK, Json.object().put("reservation_id", "H" + ++reservations));
    }

    private ErpReply receipt(ObjectNode request) {
        String id = request.path("external_order_id").asText();
        return orders.containsKey(id)
                ? checked(
                        ErpOperation.GET_RECEIPT,
                        Json.object().put("receipt_url", "https://erp.example.com/receipts/" + id))
                : refused(ErpOperation.GET_RECEIPT, "There is no order %s.".formatted(id));
    }

    private ErpReply status(ErpOperation operation, ObjectNode request, @Nullable String next) {
        String id = request.path("external_order_id").asText();
        ObjectNode order = orders.get(id);
        if (order == null) {
            return refused(operation, "There is no order %s.".formatted(id));
        }
        if (next != null) {
            order.put("status", next);
        }
        ObjectNode answer = Json.object()
                .put("status", order.path("status").asText())
                .put("order_number", order.path("order_number").asText());
        if (operation == ErpOperation.GET_ORDER_STATUS) {
            // A sample speaks as we do, unless it says otherwise.
            answer.put(
                    World.STAGE,
                    order.path(World.STAGE).asText(order.path("status").asText()));
        }
        return checked(operation, answer);
    }

    private ObjectNode customer(ObjectNode request) {
        String phone = request.path("phone").asText();
        return customers
                .computeIfAbsent(
                        phone, unseen -> Json.object().put("external_customer_id", "C" + (customers.size() + 1)))
                .deepCopy();
    }

    private Optional<ObjectNode> product(String id) {
        return products.stream()
                .filter(product -> product.path("id").asText().equals(id))
                .filter(product -> product.path("active").asBoolean(true))
                .findFirst();
    }

    /** The price of the highest quantity that is reached. */
    private static Optional<BigDecimal> unitPrice(JsonNode product, BigDecimal qty) {
        BigDecimal price =
                product.path("price").isNumber() ? product.path("price").decimalValue() : null;
        BigDecimal reached = BigDecimal.ZERO;
        for (JsonNode step : product.path("prices")) {
            BigDecimal from = step.path("from").decimalValue();
            if (from.compareTo(qty) <= 0 && from.compareTo(reached) > 0) {
                reached = from;
                price = step.path("price").decimalValue();
            }
        }
        return Optional.ofNullable(price);
    }

    /** As the gateway takes an answer: one that breaks the contract is none. */
    private static ErpReply checked(ErpOperation operation, ObjectNode body) {
        return Contract.of(operation)
                .problemOfAnswer(body)
                .map(problem -> uncertain(operation, problem))
                .orElseGet(() -> new ErpReply.Ok(body));
    }

    private static ErpReply uncertain(ErpOperation operation, String sentence) {
        return operation.writes()
                ? new ErpReply.Unknown(sentence + " It may have been executed.")
                : new ErpReply.Refused(sentence);
    }

    private static ErpReply refused(ErpOperation operation, String reason) {
        return new ErpReply.Refused("%s: the ERP answers 422: \"%s\".".formatted(operation, reason));
    }
}
