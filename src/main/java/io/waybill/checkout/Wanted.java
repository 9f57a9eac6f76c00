package io.waybill.checkout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.expression.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order is made of, at the ERP's prices; kept until the ERP has it.
 *
 * @param phone E.164 with plus
 * @param language that whoever made it says the customer speaks; null: nobody said
 * @param pickup the customer fetches it: nothing is charged for delivery
 * @param cod the customer is asked to confirm it by a template
 * @param number of ours that it was made at, by name; null: main
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Wanted(
        String phone,
        String name,
        @Nullable String language,
        Quote quote,
        @Nullable Address address,
        @Nullable String note,
        boolean pickup,
        boolean cod,
        @Nullable String number) {

    private static final int SHOWN_LINES = 20;

    /** @param text as people write it */
    public record Address(
            String text,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    ObjectNode customer() {
        return Json.object().put("phone", phone).put("name", name);
    }

    ObjectNode order(String customerId) {
        ObjectNode order = Json.object().put("external_customer_id", customerId);
        ArrayNode items = order.putArray("items");
        quote.lines().forEach(line -> items.add(line.item()));
        String said = orderNote();
        if (!said.isEmpty()) {
            order.put("order_note", said);
        }
        return order.set("totals", quote.totals());
    }

    /** As the shipped flow writes it: what reads orders finds the place in it. */
    private String orderNote() {
        String place = address == null ? "" : (pickup ? "Pick-up: " : "Deliver to: ") + address.text();
        return Stream.of(place, note == null ? "" : note)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    boolean hasAddress() {
        return address != null && !pickup;
    }

    ObjectNode address(String externalOrderId) {
        ObjectNode sent = Json.object().put("external_order_id", externalOrderId);
        if (address != null) {
            sent.put("address_text", address.text());
            if (address.latitude() != null && address.longitude() != null) {
                sent.put("latitude", address.latitude()).put("longitude", address.longitude());
            }
        }
        return sent;
    }

    /** What was ordered and what it costs, in lines, for whoever has the link; no line can be taken for one of a cart link. */
    public String summary(String language) {
        boolean french = language.startsWith("fr");
        List<Quote.QuoteLine> lines = quote.lines();
        Stream<String> listed = lines.stream().limit(SHOWN_LINES).map(line -> line.text(quote.currency(), language));
        Stream<String> more = lines.size() > SHOWN_LINES ? Stream.of("+ " + (lines.size() - SHOWN_LINES)) : Stream.of();
        Stream<String> delivery = quote.delivery().signum() == 0
                ? Stream.of()
                : Stream.of(
                        (french ? "Sous-total : " : "Subtotal: ") + money(quote.subtotal(), language),
                        (french ? "Livraison : " : "Delivery: ") + money(quote.delivery(), language));
        Stream<String> total = Stream.of((french ? "Total : " : "Total: ") + money(quote.total(), language));
        return Stream.of(listed, more, delivery, total).flatMap(part -> part).collect(Collectors.joining("\n"));
    }

    /** With the place and the name, for the customer alone. */
    public String summaryForCustomer(String language) {
        boolean french = language.startsWith("fr");
        Stream<String> place = address == null ? Stream.of() : Stream.of(place(french) + address.text());
        return Stream.of(Stream.of(summary(language)), place, Stream.of((french ? "Pour : " : "For: ") + name))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private String place(boolean french) {
        if (pickup) {
            return french ? "Retrait : " : "Pick-up: ";
        }
        return french ? "Adresse : " : "To: ";
    }

    private String money(BigDecimal amount, String language) {
        return Money.format(amount, quote.currency(), language);
    }
}
