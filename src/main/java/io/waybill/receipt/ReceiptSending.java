package io.waybill.receipt;

import io.waybill.expression.Json;
import io.waybill.expression.Money;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import io.waybill.hook.HookEvents;
import io.waybill.message.Reply;
import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.ChatCustomer;
import io.waybill.order.ChatCustomers;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Posting;
import io.waybill.receipt.ReceiptFiles.Document;
import io.waybill.receipt.WantedReceipts.Subject;
import io.waybill.receipt.WantedReceipts.Wanted;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends each receipt that is wanted as one document message; that it is sent and that this is known is one commit. */
class ReceiptSending {

    private static final Logger log = LoggerFactory.getLogger(ReceiptSending.class);
    private static final int AT_ONCE = 10;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private final WantedReceipts wanted;
    private final ReceiptFiles files;
    private final OrderBook orders;
    private final ChatCustomers customers;
    private final OrderDesk desk;
    private final Posting posting;
    private final Templates templates;
    private final Notices notices;
    private final HookEvents hooks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceiptSending(
            WantedReceipts wanted,
            ReceiptFiles files,
            OrderBook orders,
            ChatCustomers customers,
            OrderDesk desk,
            Posting posting,
            Templates templates,
            Notices notices,
            HookEvents hooks,
            TransactionTemplate transaction,
            Clock clock) {
        this.wanted = wanted;
        this.files = files;
        this.orders = orders;
        this.customers = customers;
        this.desk = desk;
        this.posting = posting;
        this.templates = templates;
        this.notices = notices;
        this.hooks = hooks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends all whose time has come. */
    @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void send() {
        try {
            List<Wanted> due;
            do {
                Instant now = clock.instant();
                due = wanted.due(now, now.plus(LEASE), AT_ONCE);
                due.forEach(this::tryOne);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException e) {
            log.error("Looking for receipts to send failed; next try in a moment.", e);
        }
    }

    /** One that cannot be made holds no other up. */
    private void tryOne(Wanted receipt) {
        try {
            switch (receipt.subject()) {
                case Subject.Order(String id) -> sendOfOrder(receipt, id);
                case Subject.Payment(StandalonePayment payment) -> sendOfPayment(receipt, payment);
            }
        } catch (RuntimeException e) {
            log.error("Receipt {} could not be sent; it is tried again.", receipt.id(), e);
        }
    }

    private void sendOfOrder(Wanted receipt, String externalOrderId) {
        Optional<ChatOrder> order = orders.find(externalOrderId);
        if (order.isEmpty()) {
            wanted.giveUp(receipt.id(), "We do not know of this order any more.");
            return;
        }
        if (!canGo(receipt, order.get().customer(), "order " + externalOrderId)) {
            return;
        }
        Optional<Document> document = files.of(receipt, order.get());
        if (document.isEmpty()) {
            wanted.giveUp(receipt.id(), "The order was made elsewhere, and the ERP has no receipt of it.");
            return;
        }
        commit(
                receipt,
                order.get().customer(),
                document.get(),
                new Reply.Document(document.get().link(), ReceiptFiles.name(order.get()), caption(order.get())),
                () -> desk.receipted(order.get(), receipt.paidAt()));
    }

    private void sendOfPayment(Wanted receipt, StandalonePayment payment) {
        Optional<ChatCustomer> customer = customers.customer(payment.contactId());
        if (customer.isEmpty()) {
            wanted.giveUp(receipt.id(), "We do not know whose payment this is any more.");
            return;
        }
        if (!canGo(receipt, customer.get(), "payment " + payment.paymentId())) {
            return;
        }
        Document document = files.of(receipt, customer.get(), payment);
        commit(
                receipt,
                customer.get(),
                document,
                new Reply.Document(document.link(), ReceiptFiles.name(payment), caption(customer.get(), payment)),
                () -> hooks.publish(sent(customer.get(), payment)));
    }

    /** Without the amount: a key that may read orders need not see payments. */
    private HookEvent sent(ChatCustomer customer, StandalonePayment payment) {
        return HookEvent.of(
                HookEventType.RECEIPT_SENT,
                payment.paymentId(),
                customer.contactId(),
                customer.phoneNumberId(),
                clock.instant(),
                Json.write(Json.object()
                        .put("payment_id", payment.paymentId())
                        .put("contact_id", customer.contactId())
                        .put("paid_at", payment.paidAt().toString())));
    }

    /** A file goes within the 24 hours only; later it waits, and not for ever. */
    private boolean canGo(Wanted receipt, ChatCustomer customer, String subject) {
        if (CustomerServiceWindow.open(customer.lastMessageAt(), clock.instant())) {
            return true;
        }
        if (receipt.paidAt().plus(GIVEN_UP_AFTER).isAfter(clock.instant())) {
            wanted.later(
                    receipt.id(),
                    clock.instant().plus(LOOK_AGAIN),
                    "The customer wrote more than 24 hours ago: it goes when they write again.");
            return false;
        }
        wanted.giveUp(receipt.id(), "The customer has not written for days, and WhatsApp takes no file until they do.");
        notices.raise(
                Kind.UNDELIVERED,
                "receipt " + subject,
                "The receipt of %s could not be sent: its customer has not written for days.".formatted(subject),
                "/chats/" + customer.contactId());
        return false;
    }

    /** @param also in the same commit */
    private void commit(Wanted receipt, ChatCustomer customer, Document document, Reply reply, Runnable also) {
        RenderResult.Messages rendered =
                (RenderResult.Messages) MessagePayload.render(reply, customer.recipient(), true, templates);
        List<OutboxMessage.Draft> drafts = rendered.messages().stream()
                .map(message -> new OutboxMessage.Draft(
                        customer.contactId(), customer.phoneNumberId(), "receipt-" + receipt.id(), message.json()))
                .toList();
        transaction.executeWithoutResult(tx -> {
            if (wanted.sent(receipt.id(), document.fileId(), document.branding(), clock.instant())) {
                posting.add(drafts);
                also.run();
            }
        });
    }

    static String caption(ChatOrder order) {
        String language = Objects.requireNonNullElse(order.language(), "en");
        String number = Objects.requireNonNullElse(order.number(), order.externalOrderId());
        String total = order.total() == null ? "" : amount(order.total(), order.currency(), language);
        return language.startsWith("fr")
                ? "Merci ! La commande %s est payée%s. Voici votre reçu."
                        .formatted(number, total.isEmpty() ? "" : " : " + total)
                : "Thank you! Order %s is paid%s. Here is your receipt."
                        .formatted(number, total.isEmpty() ? "" : ": " + total);
    }

    private static String caption(ChatCustomer customer, StandalonePayment payment) {
        String language = Objects.requireNonNullElse(customer.language(), "en");
        String amount = amount(payment.amount(), payment.currency(), language);
        return language.startsWith("fr")
                ? "Merci ! Nous avons reçu votre paiement : %s. Voici votre reçu.".formatted(amount)
                : "Thank you! We have received your payment: %s. Here is your receipt.".formatted(amount);
    }

    private static String amount(BigDecimal amount, @Nullable String currency, String language) {
        return Money.format(amount, Objects.requireNonNullElse(currency, ""), language);
    }
}
