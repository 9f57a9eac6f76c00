package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.check.CanonicalErp.Answer;
import io.waybill.erp.check.CanonicalErp.Defect;
import io.waybill.erp.check.CanonicalErp.Op;
import io.waybill.far.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One ERP for each thing that can be wrong, with what the check must say of it. */
final class BrokenErps {

    private BrokenErps() {}

    /**
     * @param expected all findings, each as {@code OPERATION kind field}
     */
    record Broken(String name, Defect defect, boolean write, List<String> expected) {

        Broken says(String... findings) {
            return new Broken(name, defect, write, List.of(findings));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> all() {
        return Stream.of(reads(), lists(), money(), wire(), writes(), orders(), stock())
                .flatMap(erps -> erps);
    }

    private static Stream<Broken> reads() {
        return Stream.of(
                read(
                                "a name that is called otherwise",
                                row(row ->
                                        row.put("item_name", row.remove("name").asText())))
                        .says("LIST_PRODUCTS missing items[].name", "LIST_PRODUCTS extra items[].item_name"),
                read("no currency beside the price", row(row -> row.remove("currency")))
                        .says("LIST_PRODUCTS missing items[].currency"),
                read("a null where a text is wanted", row(row -> row.putNull("name")))
                        .says("LIST_PRODUCTS null items[].name"),
                read("active as a number", row(row -> row.put("active", 1)))
                        .says("LIST_PRODUCTS wrong-type items[].active"),
                read("an id that is an object", row(row -> row.putObject("id").put("value", 7)))
                        .says("LIST_PRODUCTS wrong-type items[].id"),
                read("prices as text", row(row -> row.put("price", "10.50")))
                        .says("LIST_PRODUCTS number-as-text items[].price"),
                read("prices for people", on(Op.PRICE, price -> price.put("unit_price", "KES 10.50")))
                        .says("GET_PRICE wrong-type unit_price"),
                read("a field of its own", row(row -> row.put("warehouse", "Nairobi")))
                        .says("LIST_PRODUCTS extra items[].warehouse"),
                read("a time without an offset", row(row -> row.put("updated_at", "2026-11-21T08:00:00")))
                        .says("LIST_PRODUCTS extra items[].updated_at", "LIST_PRODUCTS time-zone items[].updated_at"),
                read("the rows under another name", on(Op.JOBS, page -> page.set("data", page.remove("items"))))
                        .says("LIST_JOBS missing items"),
                read(
                                "a bare list",
                                only(
                                        Op.PRODUCTS,
                                        page -> Answer.json(page.object().get("items"))))
                        .says("LIST_PRODUCTS wrong-type $"));
    }

    private static Stream<Broken> lists() {
        return Stream.of(
                read(
                                "the first page for ever",
                                (asked, healthy) -> asked.op() == Op.PRODUCTS
                                        ? Answer.json(products(0, 3).put("has_more", true))
                                        : healthy)
                        .says("LIST_PRODUCTS paging-repeats items"),
                read(
                                "a list without an end",
                                (asked, healthy) -> asked.op() == Op.PRODUCTS
                                        ? Answer.json(
                                                products(asked.page() * 3, 3).put("has_more", true))
                                        : healthy)
                        .says("LIST_PRODUCTS endless-list items"),
                read(
                                "two rows with one id",
                                row(row -> row.put("id", row.get("id").asText().replace("P5", "P4"))))
                        .says("LIST_PRODUCTS duplicate-id items[].id"),
                read(
                                "an order that changes",
                                (asked, healthy) -> asked.op() == Op.PRODUCTS && asked.nth() > 3
                                        ? Answer.json(products(7 - asked.page() * 3 + 2, asked.page() > 2 ? 0 : 3)
                                                .put("has_more", asked.page() < 3))
                                        : healthy)
                        .says("LIST_PRODUCTS unstable-list items"),
                read(
                                "more promised on an empty page",
                                on(Op.JOBS, page -> page.put("has_more", true).putArray("items")))
                        .says("LIST_JOBS has-more-wrong has_more", "LIST_JOBS no-jobs items"),
                read(
                                "what is not active any more",
                                row(row -> row.put(
                                        "active", !row.get("id").asText().equals("P5"))))
                        .says("LIST_PRODUCTS inactive-listed items[].active"),
                read(
                                "nothing to sell",
                                on(
                                        Op.PRODUCTS,
                                        page -> page.put("has_more", false).putArray("items")))
                        .says("LIST_PRODUCTS empty-list items"),
                read("no job", on(Op.JOBS, page -> page.putArray("items"))).says("LIST_JOBS no-jobs items"));
    }

    private static Stream<Broken> money() {
        return Stream.of(
                read("no prices", row(row -> row.without(List.of("price", "currency"))))
                        .says("LIST_PRODUCTS price-missing items[].price"),
                read("everything for nothing", (asked, healthy) -> switch (asked.op()) {
                            case PRODUCTS -> row(row -> row.put("price", 0)).spoil(asked, healthy);
                            case PRICE ->
                                on(Op.PRICE, price -> price.put("unit_price", 0))
                                        .spoil(asked, healthy);
                            default -> healthy;
                        })
                        .says("LIST_PRODUCTS zero-price items[].price", "GET_PRICE zero-price unit_price"),
                read("a currency of its own", (asked, healthy) -> switch (asked.op()) {
                            case PRODUCTS ->
                                row(row -> row.put("currency", "KSh")).spoil(asked, healthy);
                            case PRICE ->
                                on(Op.PRICE, price -> price.put("currency", "KSh"))
                                        .spoil(asked, healthy);
                            default -> healthy;
                        })
                        .says("LIST_PRODUCTS currency items[].currency", "GET_PRICE currency currency"),
                read("two currencies", on(Op.PRICE, price -> price.put("currency", "USD")))
                        .says("GET_PRICE currency-differs currency"),
                read("a third decimal", row(row -> row.put("price", new BigDecimal("10.505"))))
                        .says("LIST_PRODUCTS decimals items[].price", "GET_PRICE price-differs unit_price"));
    }

    private static Stream<Broken> wire() {
        return Stream.of(
                read("a page for people", only(Op.PRICE, any -> new Answer(200, "text/html", "<html>Sign in</html>")))
                        .says("GET_PRICE html "),
                read(
                                "a page for people that says it is JSON",
                                only(Op.PRICE, any -> new Answer(200, "application/json", "<html>Sign in</html>")))
                        .says("GET_PRICE html "),
                read("half an answer", only(Op.PRICE, any -> new Answer(200, "application/json", "{\"unit_price\": 1")))
                        .says("GET_PRICE not-json "),
                read("no body", only(Op.PRICE, any -> new Answer(200, "application/json", "")))
                        .says("GET_PRICE not-json "),
                read("XML", only(Op.PRICE, any -> new Answer(200, "text/plain", "unit_price=1")))
                        .says("GET_PRICE not-json "),
                read("an error of the server", only(Op.PRICE, any -> new Answer(500, "application/json", "{}")))
                        .says("GET_PRICE status "),
                read(
                                "an error now and then",
                                (asked, healthy) -> asked.op() == Op.PRICE && asked.nth() > 3
                                        ? new Answer(500, "application/json", "{}")
                                        : healthy)
                        .says("GET_PRICE status "),
                read(
                                "a refusal",
                                only(
                                        Op.PRICE,
                                        any -> new Answer(404, "application/json", "{\"message\":\"No such item\"}")))
                        .says("GET_PRICE status "),
                read("a redirect", only(Op.PRICE, any -> new Answer(302, "text/html", "")))
                        .says("GET_PRICE redirect "),
                read("no right to it", only(Op.JOBS, any -> new Answer(403, "application/json", "{}")))
                        .says("LIST_JOBS auth "),
                read("no credentials", (asked, healthy) -> new Answer(401, "application/json", "{}"))
                        .says("LIST_PRODUCTS auth "),
                read("a connection that breaks off", only(Op.PRICE, any -> new Answer(0, "", "")))
                        .says("GET_PRICE broken-off "),
                read(
                                "an answer without an end",
                                only(
                                        Op.PRICE,
                                        any -> new Answer(200, "application/json", "[" + " ".repeat(60_000) + "]")))
                        .says("GET_PRICE too-large "));
    }

    /** Takes each call for a price and answers none. */
    static Defect silence() {
        return (asked, healthy) -> {
            if (asked.op() == Op.PRICE) {
                new CountDownLatch(1).await();
            }
            return healthy;
        };
    }

    private static Stream<Broken> writes() {
        return Stream.of(
                write(
                                "another customer each time",
                                (asked, healthy) -> asked.op() == Op.CUSTOMERS
                                        ? Answer.json(Json.object().put("external_customer_id", "C" + asked.nth()))
                                        : healthy)
                        .says("UPSERT_CUSTOMER id-changes external_customer_id"),
                write(
                                "an order each time",
                                (asked, healthy) -> asked.op() == Op.ORDERS
                                        ? Answer.json(healthy.object()
                                                .put("external_order_id", "O" + asked.nth())
                                                .put("order_number", "SO-" + asked.nth()))
                                        : healthy)
                        .says(
                                "CREATE_ORDER repeat-creates-second-order external_order_id",
                                "CREATE_ORDER idempotency-overstated "),
                write(
                                "no to the same order",
                                (asked, healthy) -> asked.op() == Op.ORDERS && asked.nth() > 1
                                        ? new Answer(409, "application/json", "{\"message\":\"Duplicate\"}")
                                        : healthy)
                        .says("CREATE_ORDER repeat-refused ", "CREATE_ORDER idempotency-overstated "),
                write("another total", on(Op.ORDERS, order -> order.put("total", 12)))
                        .says("CREATE_ORDER total-differs total"),
                write("an order without a number", on(Op.ORDERS, order -> order.remove("order_number")))
                        .says("CREATE_ORDER missing order_number"),
                write("a bare number for an order", only(Op.ORDERS, any -> new Answer(201, "application/json", "12")))
                        .says("CREATE_ORDER wrong-type $"),
                write("a number that comes later", on(Op.CONFIRM, order -> order.put("order_number", "CO-9")))
                        .says("CONFIRM_ORDER order-number-changes order_number"),
                write(
                                "no to a second confirmation",
                                (asked, healthy) -> asked.op() == Op.CONFIRM && asked.nth() > 1
                                        ? new Answer(409, "application/json", "{\"message\":\"Is confirmed\"}")
                                        : healthy)
                        .says("CONFIRM_ORDER confirm-not-repeatable "),
                write(
                                "an address it cannot take",
                                only(
                                        Op.ADDRESS,
                                        any -> new Answer(422, "application/json", "{\"message\":\"No zip\"}")))
                        .says("SET_ADDRESS status "),
                write("an applicant without a status", on(Op.APPLICANTS, applicant -> applicant.remove("status")))
                        .says("CREATE_APPLICANT missing status"));
    }

    private static Stream<Broken> orders() {
        return Stream.of(
                read(
                                "an order for any reference",
                                on(
                                        Op.FIND,
                                        order -> order.removeAll()
                                                .put("external_order_id", "O0")
                                                .put("order_number", "SO-0")
                                                .put("status", "pending")))
                        .says("FIND_ORDER order-found-wrongly external_order_id"),
                read(
                                "a 404 for no order",
                                only(Op.FIND, any -> new Answer(404, "application/json", "{\"message\":\"None\"}")))
                        .says("FIND_ORDER status "),
                read("orders without a status", order(row -> row.remove("status")))
                        .says("LIST_ORDERS missing items[].status"),
                read("a total without a currency", order(row -> row.remove("currency")))
                        .says("LIST_ORDERS missing items[].currency"),
                read(
                                "one order in two rows",
                                on(
                                        Op.LISTED,
                                        page -> page.withArray("items")
                                                .add(page.at("/items/0").deepCopy())))
                        .says("LIST_ORDERS duplicate-id items[].external_order_id"),
                read("no order of late", on(Op.LISTED, page -> page.putArray("items")))
                        .says("LIST_ORDERS no-orders items"),
                read(
                                "the orders of others",
                                (asked, healthy) -> asked.op() == Op.LISTED && asked.nth() > 1
                                        ? changed(
                                                healthy,
                                                page -> ((ObjectNode) page.at("/items/0"))
                                                        .put("external_customer_id", "C7"))
                                        : healthy)
                        .says("LIST_ORDERS foreign-orders items[].external_customer_id"),
                write("a new order that is not listed", on(Op.LISTED, page -> {
                            ArrayNode items = page.withArray("items");
                            while (items.size() > 1) {
                                items.remove(1);
                            }
                        }))
                        .says("LIST_ORDERS order-not-listed items"),
                write(
                                "no order by its number",
                                (asked, healthy) ->
                                        asked.op() == Op.FIND && asked.query().containsKey("order_number")
                                                ? Answer.json(Json.object().put("found", false))
                                                : healthy)
                        .says("FIND_ORDER number-not-found order_number"),
                write("a receipt with line breaks", on(Op.RECEIPT, it -> it.put("receipt_base64", "JVBE\nRi0=")))
                        .says("GET_RECEIPT receipt-unusable receipt_base64"),
                write("half a link to the receipt", on(Op.RECEIPT, it -> it.put("receipt_url", "/my/orders/1")))
                        .says("GET_RECEIPT receipt-unusable receipt_url"),
                write("a receipt that is nowhere", on(Op.RECEIPT, it -> it.remove("receipt_base64")))
                        .says("GET_RECEIPT missing receipt_url or receipt_base64"));
    }

    private static Stream<Broken> stock() {
        return Stream.of(
                write("a reservation without an id", on(Op.RESERVATIONS, it -> it.remove("reservation_id")))
                        .says("RESERVE_STOCK missing reservation_id"),
                write(
                                "nothing that could be reserved",
                                only(
                                        Op.RESERVATIONS,
                                        any -> new Answer(409, "application/json", "{\"message\":\"Sold out\"}")))
                        .says("RESERVE_STOCK status "),
                write("a release that says nothing", on(Op.RELEASE, it -> it.remove("status")))
                        .says("RELEASE_STOCK missing status"),
                write(
                                "no to a second release",
                                (asked, healthy) -> asked.op() == Op.RELEASE && asked.nth() > 1
                                        ? new Answer(409, "application/json", "{\"message\":\"Is released\"}")
                                        : healthy)
                        .says("RELEASE_STOCK release-not-repeatable "));
    }

    private static Defect order(Consumer<ObjectNode> change) {
        return on(Op.LISTED, page -> page.path("items").forEach(row -> change.accept((ObjectNode) row)));
    }

    private static Answer changed(Answer healthy, Consumer<ObjectNode> change) {
        ObjectNode body = healthy.object();
        change.accept(body);
        return Answer.json(body);
    }

    private static Broken read(String name, Defect defect) {
        return new Broken(name, defect, false, List.of());
    }

    private static Broken write(String name, Defect defect) {
        return new Broken(name, defect, true, List.of());
    }

    private static ObjectNode products(int from, int rows) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        for (int i = from; i < from + rows; i++) {
            items.addObject()
                    .put("id", "P" + i)
                    .put("name", "Product " + i)
                    .put("price", new BigDecimal("10.50"))
                    .put("currency", "KES")
                    .put("active", true);
        }
        return page;
    }

    private static Defect row(Consumer<ObjectNode> change) {
        return on(Op.PRODUCTS, page -> page.path("items").forEach(row -> change.accept((ObjectNode) row)));
    }

    private static Defect on(Op op, Consumer<ObjectNode> change) {
        return only(op, healthy -> changed(healthy, change));
    }

    private static Defect only(Op op, UnaryOperator<Answer> change) {
        return (asked, healthy) -> asked.op() == op ? change.apply(healthy) : healthy;
    }
}
