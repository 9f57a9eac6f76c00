package io.waybill.order;

import io.waybill.home.Misconfigured;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an ERP's words for the state of an order mean; case, dashes and underscores make no difference. */
final class StatusWords {

    private static final Map<String, OrderStatus> USUAL = Map.ofEntries(
            Map.entry("new", OrderStatus.RECEIVED),
            Map.entry("open", OrderStatus.PENDING),
            Map.entry("draft", OrderStatus.PENDING),
            Map.entry("on hold", OrderStatus.PENDING),
            Map.entry("awaiting payment", OrderStatus.PENDING),
            Map.entry("processing", OrderStatus.PREPARING),
            Map.entry("in progress", OrderStatus.PREPARING),
            Map.entry("ready for pickup", OrderStatus.READY),
            Map.entry("out for delivery", OrderStatus.SHIPPED),
            Map.entry("dispatched", OrderStatus.SHIPPED),
            Map.entry("in transit", OrderStatus.SHIPPED),
            Map.entry("completed", OrderStatus.DELIVERED),
            Map.entry("canceled", OrderStatus.CANCELLED),
            Map.entry("rejected", OrderStatus.CANCELLED));

    private static final Map<String, PaymentStatus> USUAL_PAYMENTS = Map.ofEntries(
            Map.entry("open", PaymentStatus.UNPAID),
            Map.entry("not paid", PaymentStatus.UNPAID),
            Map.entry("pending", PaymentStatus.REQUESTED),
            Map.entry("created", PaymentStatus.REQUESTED),
            Map.entry("processing", PaymentStatus.REQUESTED),
            Map.entry("authorized", PaymentStatus.REQUESTED),
            Map.entry("success", PaymentStatus.PAID),
            Map.entry("successful", PaymentStatus.PAID),
            Map.entry("succeeded", PaymentStatus.PAID),
            Map.entry("completed", PaymentStatus.PAID),
            Map.entry("cancelled", PaymentStatus.FAILED),
            Map.entry("canceled", PaymentStatus.FAILED),
            Map.entry("expired", PaymentStatus.FAILED),
            Map.entry("declined", PaymentStatus.FAILED));

    private final Map<String, OrderStatus> statuses = new HashMap<>(USUAL);
    private final Map<String, PaymentStatus> payments = new HashMap<>(USUAL_PAYMENTS);

    /** @throws Misconfigured naming a word that is mapped to nothing we know */
    StatusWords(Map<String, String> ownStatuses, Map<String, String> ownPayments) {
        for (OrderStatus status : OrderStatus.values()) {
            statuses.put(status.key(), status);
        }
        for (PaymentStatus payment : PaymentStatus.values()) {
            payments.put(payment.key(), payment);
        }
        ownStatuses.forEach((word, key) ->
                statuses.put(plain(word), meant("statuses", word, key, OrderStatus.values(), OrderStatus::key)));
        ownPayments.forEach((word, key) ->
                payments.put(plain(word), meant("payments", word, key, PaymentStatus.values(), PaymentStatus::key)));
    }

    /** Empty for a word that nobody has explained. */
    Optional<OrderStatus> status(String word) {
        return Optional.ofNullable(statuses.get(plain(word)));
    }

    Optional<PaymentStatus> payment(String word) {
        return Optional.ofNullable(payments.get(plain(word)));
    }

    private static <T> T meant(String property, String word, String key, T[] all, Function<T, String> name) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equals(plain(key)))
                .findFirst()
                .orElseThrow(() -> new Misconfigured("waybill.orders.%s.%s is one of %s, not %s."
                        .formatted(
                                property, word, Arrays.stream(all).map(name).collect(Collectors.joining(", ")), key)));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
