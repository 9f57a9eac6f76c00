package io.waybill.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.waybill.catalog.Pricing.Item;
import io.waybill.whatsapp.WhatsAppChannel;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order as others post it.
 *
 * @param customer of an order that is made in a chat, the one who chats
 * @param pickup the customer fetches it
 * @param status pending, which is what it is until its customer or somebody at the ERP confirms it
 * @param confirm {@code cod}: the customer is asked by a template to confirm that they pay on delivery
 * @param total that whoever posts it has shown; null: whatever the ERP's prices come to
 * @param number of ours, by name; null: main
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrderBody(
        @Nullable OrderCustomer customer,
        @Nullable List<@Nullable OrderLine> items,
        @Nullable OrderPlace address,
        @Nullable String note,
        @Nullable Boolean pickup,
        @Nullable String status,
        @Nullable String confirm,
        @Nullable BigDecimal total,
        @Nullable String currency,
        @Nullable String number) {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_QTY = 1_000_000;
    private static final int MAX_ID = 200;
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_ADDRESS = 400;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int MAX_NAME = 80;

    /** @param phone without country code one of {@code waybill.store.country} */
    record OrderCustomer(
            @Nullable String phone,
            @Nullable String name,
            @Nullable String language) {

        @Nullable
        String knownLanguage() {
            if (language != null && !LANGUAGE.matcher(language).matches()) {
                throw Unfit.wrong("\"customer.language\" is a language such as en or fr, not %s.".formatted(language));
            }
            return language;
        }
    }

    /** @param options name to value, as the product has them */
    record OrderLine(
            @JsonProperty("external_product_id") @Nullable String externalProductId,
            @Nullable Integer qty,
            @Nullable Map<String, @Nullable String> options) {}

    record OrderPlace(
            @Nullable String text,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    /** @throws Unfit with the position of the one that is wrong */
    static List<Item> items(@Nullable List<@Nullable OrderLine> lines) {
        if (lines == null || lines.isEmpty() || lines.size() > MAX_ITEMS) {
            throw Unfit.wrong("\"items\" holds 1 to %d products.".formatted(MAX_ITEMS));
        }
        Set<Object> seen = new HashSet<>();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> item("items[%d]".formatted(i), lines.get(i), seen))
                .toList();
    }

    private static Item item(String where, @Nullable OrderLine line, Set<Object> seen) {
        String id = line == null ? null : line.externalProductId();
        if (line == null || id == null || id.isBlank() || id.length() > MAX_ID) {
            throw Unfit.wrong("%s has no \"external_product_id\" of 1 to %d characters.".formatted(where, MAX_ID));
        }
        if (line.qty() == null || line.qty() < 1 || line.qty() > MAX_QTY) {
            throw Unfit.wrong("\"qty\" of %s (%s) is 1 to %d.".formatted(where, id, MAX_QTY));
        }
        Map<String, @Nullable String> options = line.options() == null ? Map.of() : line.options();
        if (options.values().stream().anyMatch(value -> value == null)) {
            throw Unfit.wrong("An option of %s (%s) has no value.".formatted(where, id));
        }
        Item item = new Item(id.strip(), line.qty(), Map.copyOf(options));
        if (!seen.add(List.of(item.externalProductId(), item.options()))) {
            throw Unfit.wrong("%s (%s) stands twice: add the quantities up.".formatted(where, id));
        }
        return item;
    }

    List<Item> wishes() {
        return items(items);
    }

    boolean isPickup() {
        return Boolean.TRUE.equals(pickup);
    }

    boolean asksToConfirm() {
        if (confirm != null && !confirm.equals("cod") && !confirm.equals("none")) {
            throw Unfit.wrong("\"confirm\" is cod or none, not %s.".formatted(confirm));
        }
        if (status != null && !status.equals("pending")) {
            throw Unfit.wrong(
                    "\"status\" is pending: an order is moved on by POST /api/v1/orders/{external_order_id}/status.");
        }
        return "cod".equals(confirm);
    }

    /** Of ours, by name; null: main. */
    @Nullable
    String otherNumber() {
        return WhatsAppChannel.MAIN.equals(number) ? null : number;
    }

    Wanted.@Nullable Address place() {
        if (address == null) {
            return null;
        }
        if (address.text() == null || address.text().isBlank() || address.text().length() > MAX_ADDRESS) {
            throw Unfit.wrong("\"address.text\" has 1 to %d characters.".formatted(MAX_ADDRESS));
        }
        return new Wanted.Address(address.text().strip(), address.latitude(), address.longitude());
    }

    @Nullable
    String said() {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > MAX_NOTE) {
            throw Unfit.wrong("\"note\" has at most %d characters.".formatted(MAX_NOTE));
        }
        return note.strip();
    }

    static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            throw Unfit.wrong("\"customer.name\" is missing, or longer than %d characters.".formatted(MAX_NAME));
        }
        return name.strip();
    }
}
