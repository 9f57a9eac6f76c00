package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.message.Sender;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of one change of {@code user_id_update} or {@code user_preferences}: news of people, which stand under the field's name. */
final class PeopleValue {

    private final String field;
    private final Fields value;
    private final @Nullable String phoneNumberId;

    PeopleValue(String field, JsonNode node) {
        this.field = field;
        value = new Fields(node);
        phoneNumberId = value.in("metadata").filled("phone_number_id");
    }

    List<Item> items() {
        return value.list(field).stream()
                .map(news -> field.equals("user_id_update") ? userId(news) : preference(news))
                .toList();
    }

    private Item userId(Fields news) {
        String previous = news.in("user_id").filled("previous");
        String current = news.in("user_id").filled("current");
        Instant at = news.time("timestamp");
        return phoneNumberId == null || previous == null || current == null || at == null
                ? unreadable(news)
                : new Item.UserId(
                        phoneNumberId,
                        new Sender(news.phone("wa_id"), previous, null, null),
                        current,
                        at,
                        news.node().toString());
    }

    private Item preference(Fields news) {
        String phone = news.phone("wa_id");
        String userId = news.filled("user_id");
        Instant at = news.time("timestamp");
        String wish = news.filled("value");
        return phoneNumberId == null
                        || phone == null && userId == null
                        || at == null
                        || !"marketing_messages".equals(news.filled("category"))
                        || !"stop".equals(wish) && !"resume".equals(wish)
                ? unreadable(news)
                : new Item.Marketing(
                        phoneNumberId,
                        new Sender(phone, userId, null, null),
                        wish.equals("resume"),
                        at,
                        news.node().toString());
    }

    private Item unreadable(Fields news) {
        return new Item.Other(
                field,
                "It does not say whom it is about, or what has changed.",
                news.node().toString());
    }
}
