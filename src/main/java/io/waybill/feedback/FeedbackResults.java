package io.waybill.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.conversation.FlowResults;
import io.waybill.expression.Json;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what customers say of their orders: the first rating of each, and the first comment. */
final class FeedbackResults implements FlowResults {

    private static final Logger log = LoggerFactory.getLogger(FeedbackResults.class);
    private static final String KIND = "feedback";
    private static final int BEST = 10;

    private final FeedbackRows rows;
    private final OrderDesk desk;
    private final OrderBook orders;

    FeedbackResults(FeedbackRows rows, OrderDesk desk, OrderBook orders) {
        this.rows = rows;
        this.desk = desk;
        this.orders = orders;
    }

    @Override
    public void keep(Result result) {
        String order = result.values().path("order").asText("");
        if (!result.kind().equals(KIND) || !rows.isOf(result.contactId(), order)) {
            log.warn(
                    "The flow {} kept a {} of the order {}, which is none of contact {}: it is left out.",
                    result.flow(),
                    result.kind(),
                    order,
                    result.contactId());
            return;
        }
        OptionalInt rating = rating(result.values().path("rating"));
        if (rating.isPresent()
                && rows.rate(order, rating.getAsInt(), result.flow() + '@' + result.revision(), result.at())) {
            tell(order, rating.getAsInt(), null);
        }
        // PostgreSQL keeps no text with U+0000.
        String comment =
                result.values().path("comment").asText("").replace("\u0000", "").strip();
        if (!comment.isEmpty()) {
            rows.comment(order, comment, result.at()).ifPresent(score -> tell(order, score, comment));
        }
    }

    private void tell(String externalOrderId, int rating, @org.jspecify.annotations.Nullable String comment) {
        Optional<ChatOrder> order = orders.find(externalOrderId);
        order.ifPresent(known -> desk.rated(
                known,
                comment == null
                        ? "The customer rates it %d of %d.".formatted(rating, BEST)
                        : "The customer wrote a comment.",
                Json.object().put("rating", rating).put("comment", comment)));
    }

    private static OptionalInt rating(JsonNode value) {
        return value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0 && value.intValue() <= BEST
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }
}
