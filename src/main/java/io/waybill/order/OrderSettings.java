package io.waybill.order;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.orders}.
 *
 * @param profile which status may follow which
 * @param statuses the ERP's words for a status, to ours
 * @param payments its words for what became of a payment, to ours
 * @param askAfter how long after an order changed the ERP is asked about it first, where it does not tell by itself
 * @param askAtMost and how rarely it is asked at last
 */
@ConfigurationProperties("waybill.orders")
record OrderSettings(
        @DefaultValue("full") OrderProfile profile,
        @DefaultValue Map<String, String> statuses,
        @DefaultValue Map<String, String> payments,
        @DefaultValue("2m") Duration askAfter,
        @DefaultValue("6h") Duration askAtMost) {

    /** These; throws {@link Misconfigured} with the name of the one that is wrong. */
    OrderSettings usable() {
        Misconfigured.unless(
                askAfter.compareTo(Duration.ofSeconds(10)) >= 0 && askAtMost.compareTo(askAfter) >= 0,
                "waybill.orders.ask-after must be 10s or longer, and ask-at-most no shorter: not %s and %s."
                        .formatted(askAfter, askAtMost));
        new StatusWords(statuses, payments);
        return this;
    }

    /** What an order is at first that the ERP calls {@code word}: where it is paid on delivery, none is only received. */
    OrderStatus begins(StatusWords words, String word) {
        return words.status(word)
                .filter(status -> status != OrderStatus.RECEIVED || profile == OrderProfile.FULL)
                .orElse(OrderStatus.PENDING);
    }
}
