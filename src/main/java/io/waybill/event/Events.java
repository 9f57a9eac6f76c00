package io.waybill.event;

import io.waybill.erp.ErpChanges;
import io.waybill.event.ReceivedEvent.Data;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.LocalNumbers;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderLife;
import io.waybill.order.OrderLife.Outcome;
import io.waybill.order.OrderReport;
import io.waybill.order.Origin;
import io.waybill.order.PaymentStatus;
import io.waybill.receipt.StandalonePayment;
import io.waybill.receipt.WantedReceipts;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes events, each once: what it changes and that it was taken is one commit. */
final class Events {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,1990}");
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final String TYPES = "order.status, payment.status, order.created, product.changed or job.changed";

    private final ReceivedEvents received;
    private final OrderLife orders;
    private final ErpChanges erp;
    private final PaymentCallbacks payments;
    private final Contacts contacts;
    private final WhatsAppChannels channels;
    private final LocalNumbers phones;
    private final WantedReceipts receipts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Events(
            ReceivedEvents received,
            OrderLife orders,
            ErpChanges erp,
            PaymentCallbacks payments,
            Contacts contacts,
            WhatsAppChannels channels,
            LocalNumbers phones,
            WantedReceipts receipts,
            TransactionTemplate transaction,
            Clock clock) {
        this.received = received;
        this.orders = orders;
        this.erp = erp;
        this.payments = payments;
        this.contacts = contacts;
        this.channels = channels;
        this.phones = phones;
        this.receipts = receipts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return what came of it
     * @throws UnfitEvent when it cannot be understood; nothing of it is taken then
     */
    Outcome take(String id, ReceivedEvent event) {
        Data data = event.data();
        if (event.type() == null || data == null) {
            throw new UnfitEvent("An event has \"type\" and \"data\", and \"timestamp\", when it happened.");
        }
        return switch (event.type()) {
            case "order.status" -> orders.report(status(event, data), () -> received.first(id));
            case "payment.status" -> payment(id, event, data);
            case "order.created" -> created(id, event, data);
            case "product.changed" -> changed(id, erp::products);
            case "job.changed" -> changed(id, erp::jobs);
            default -> throw new UnfitEvent("\"type\" is %s, not %s.".formatted(TYPES, event.type()));
        };
    }

    private OrderReport status(ReceivedEvent event, Data data) {
        return new OrderReport(
                needed(data.externalOrderId(), "external_order_id"),
                Origin.ERP,
                at(event),
                needed(data.status(), "status"),
                data.paymentStatus(),
                data.orderNumber(),
                address(data.trackingUrl()),
                null,
                null);
    }

    /** A conversation that waits for the payment asks about it by itself. */
    private Outcome payment(String id, ReceivedEvent event, Data data) {
        if (data.externalOrderId() == null) {
            return standalone(id, event, data);
        }
        Outcome outcome = orders.report(
                OrderReport.payment(
                        needed(data.externalOrderId(), "external_order_id"),
                        Origin.ERP,
                        at(event),
                        needed(data.status(), "status")),
                () -> received.first(id));
        if (data.paymentId() != null) {
            payments.store(data.paymentId());
        }
        return outcome;
    }

    /** Of no order: there is nothing to follow, but who has paid gets a receipt. */
    private Outcome standalone(String id, ReceivedEvent event, Data data) {
        String status = needed(data.status(), "status");
        PaymentStatus said = orders.payment(status)
                .orElseThrow(() -> new UnfitEvent(
                        "\"status\" is a word that nobody has explained: %s. Set waybill.orders.payments."
                                .formatted(status)));
        String payment = needed(data.paymentId(), "payment_id");
        String currency = needed(data.currency(), "currency");
        if (data.amount() == null || data.amount().signum() <= 0) {
            throw new UnfitEvent(
                    "\"data.amount\" is missing: what was paid. Or name the order, by \"data.external_order_id\".");
        }
        String phone = phone(data);
        Instant at = at(event);
        return Objects.requireNonNull(transaction.execute(tx -> {
            if (!received.first(id)) {
                return Outcome.REPEATED;
            }
            boolean fresh = said == PaymentStatus.PAID
                    && receipts.paid(new StandalonePayment(
                            payment,
                            contacts.at(mainNumber(), phone).id(),
                            data.amount(),
                            currency,
                            data.description(),
                            data.method(),
                            at));
            return fresh ? Outcome.CHANGED : Outcome.KNOWN;
        }));
    }

    private String mainNumber() {
        return channels.named(WhatsAppChannel.MAIN)
                .map(WhatsAppChannel::phoneNumberId)
                .orElseThrow();
    }

    private String phone(Data data) {
        try {
            return phones.e164(needed(data.phone(), "phone"));
        } catch (LocalNumbers.NotANumber e) {
            throw new UnfitEvent("\"phone\": " + e.getMessage());
        }
    }

    private Outcome created(String id, ReceivedEvent event, Data data) {
        NewOrder.Source source = source(data.source());
        String order = needed(data.externalOrderId(), "external_order_id");
        String status = needed(data.status(), "status");
        String phone = phone(data);
        long contact = Objects.requireNonNull(transaction.execute(tx -> contacts.at(mainNumber(), phone)))
                .id();
        return orders.begin(
                new NewOrder(
                        order,
                        data.orderNumber(),
                        null,
                        contact,
                        source,
                        status,
                        data.total(),
                        data.currency(),
                        at(event)),
                () -> received.first(id));
    }

    private Outcome changed(String id, Runnable change) {
        boolean first = Boolean.TRUE.equals(transaction.execute(tx -> received.first(id)));
        if (first) {
            change.run();
        }
        return first ? Outcome.CHANGED : Outcome.REPEATED;
    }

    /** One from the future would make all that comes until then late. */
    private Instant at(ReceivedEvent event) {
        Instant now = clock.instant();
        Instant at = Optional.ofNullable(event.timestamp())
                .orElseThrow(() ->
                        new UnfitEvent("\"timestamp\" is missing: when it happened, such as 2026-11-21T12:00:00Z."));
        if (at.isAfter(now.plus(AHEAD))) {
            throw new UnfitEvent("\"timestamp\" is in the future: %s, and it is %s.".formatted(at, now));
        }
        return at;
    }

    private static NewOrder.Source source(@Nullable String source) {
        return source == null
                ? NewOrder.Source.API
                : Arrays.stream(NewOrder.Source.values())
                        .filter(one -> one.key().equals(source))
                        .findFirst()
                        .orElseThrow(() -> new UnfitEvent("\"source\" is website or api, not %s.".formatted(source)));
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new UnfitEvent("\"data.%s\" is missing.".formatted(name));
        }
        return value.strip();
    }

    private static @Nullable String address(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return null;
        }
        if (!ADDRESS.matcher(url.strip()).matches()) {
            throw new UnfitEvent("\"tracking_url\" is no http or https address: %s.".formatted(url));
        }
        return url.strip();
    }

    /** An event that cannot be understood, with a sentence for its sender. */
    static final class UnfitEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnfitEvent(String message) {
            super(message);
        }
    }
}
