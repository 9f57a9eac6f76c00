package io.waybill.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Money;
import io.waybill.media.OwnDocuments;
import io.waybill.message.Reply;
import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Sender;
import io.waybill.receipt.WantedReceipts.Wanted;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends each receipt that is wanted as one document message: the ERP's own PDF where it has one, else ours. That it is sent and that
 * this is known is one commit.
 */
class ReceiptSending {

    private static final Logger log = LoggerFactory.getLogger(ReceiptSending.class);
    private static final int AT_ONCE = 10;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final WantedReceipts wanted;
    private final ReceiptRenderer renderer;
    private final ReceiptBranding branding;
    private final OrderBook orders;
    private final OrderContents contents;
    private final OrderDesk desk;
    private final ErpGateway erp;
    private final OwnDocuments documents;
    private final Outbox outbox;
    private final Sender sender;
    private final Templates templates;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    ReceiptSending(
            WantedReceipts wanted,
            ReceiptRenderer renderer,
            ReceiptBranding branding,
            OrderBook orders,
            OrderContents contents,
            OrderDesk desk,
            ErpGateway erp,
            OwnDocuments documents,
            Outbox outbox,
            Sender sender,
            Templates templates,
            Notices notices,
            TransactionTemplate transaction,
            ZoneId zone,
            Clock clock) {
        this.wanted = wanted;
        this.renderer = renderer;
        this.branding = branding;
        this.orders = orders;
        this.contents = contents;
        this.desk = desk;
        this.erp = erp;
        this.documents = documents;
        this.outbox = outbox;
        this.sender = sender;
        this.templates = templates;
        this.notices = notices;
        this.transaction = transaction;
        this.zone = zone;
        this.clock = clock;
    }

    /** A receipt as a file of ours, or where the ERP has it. */
    private record Document(
            String link, @Nullable String fileId, @Nullable Integer branding) {}

    /** In a thread of its own: all that is scheduled shares one, and an ERP may take its time. */
    @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void begin() {
        Thread.ofVirtual().name("receipts").start(this::send);
    }

    /** Sends all whose time has come. */
    private void send() {
        if (!one.tryLock()) {
            return;
        }
        try {
            List<Wanted> due;
            do {
                Instant now = clock.instant();
                due = wanted.due(now, now.plus(LEASE), AT_ONCE);
                due.forEach(this::tryOne);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException e) {
            log.error("Looking for receipts to send failed; next try in a moment.", e);
        } finally {
            one.unlock();
        }
    }

    /** One that cannot be made holds no other up. */
    private void tryOne(Wanted receipt) {
        try {
            send(receipt);
        } catch (RuntimeException e) {
            log.error("The receipt of order {} could not be sent; it is tried again.", receipt.externalOrderId(), e);
        }
    }

    private void send(Wanted receipt) {
        Optional<ChatOrder> order = orders.find(receipt.externalOrderId());
        if (order.isEmpty()) {
            wanted.giveUp(receipt.id(), "We do not know of this order any more.");
            return;
        }
        if (!CustomerServiceWindow.open(order.get().lastMessageAt(), clock.instant())) {
            wait(receipt, order.get());
            return;
        }
        Optional<Document> document = document(receipt, order.get());
        if (document.isEmpty()) {
            wanted.giveUp(receipt.id(), "The order was made elsewhere, and the ERP has no receipt of it.");
            return;
        }
        commit(receipt, order.get(), document.get());
    }

    /** A file goes within the 24 hours only. */
    private void wait(Wanted receipt, ChatOrder order) {
        if (receipt.paidAt().plus(GIVEN_UP_AFTER).isAfter(clock.instant())) {
            wanted.later(
                    receipt.id(),
                    clock.instant().plus(LOOK_AGAIN),
                    "The customer wrote more than 24 hours ago: it goes when they write again.");
            return;
        }
        wanted.giveUp(receipt.id(), "The customer has not written for days, and WhatsApp takes no file until they do.");
        notices.raise(
                Kind.UNDELIVERED,
                "receipt " + receipt.externalOrderId(),
                "The receipt of order %s could not be sent: its customer has not written for days."
                        .formatted(receipt.externalOrderId()),
                "/chats/" + order.contactId());
    }

    private Optional<Document> document(Wanted receipt, ChatOrder order) {
        Optional<Document> erps =
                erp.available().contains(ErpOperation.GET_RECEIPT) ? ofErp(receipt, order) : Optional.empty();
        return erps.or(() -> contents.of(receipt.externalOrderId()).map(known -> {
            Branding current = branding.current(Branding.Kind.ORDER);
            byte[] pdf = renderer.render(OrderReceipt.of(order, known, receipt.paidAt(), current, zone));
            return kept(receipt, order, pdf, current.version());
        }));
    }

    private Optional<Document> ofErp(Wanted receipt, ChatOrder order) {
        ErpReply reply = erp.call(
                        ErpOperation.GET_RECEIPT,
                        JsonNodeFactory.instance.objectNode().put("external_order_id", receipt.externalOrderId()),
                        null)
                .reply();
        if (!(reply instanceof ErpReply.Ok(JsonNode body))) {
            log.warn("The ERP has no receipt of order {}: it is made here.", receipt.externalOrderId());
            return Optional.empty();
        }
        if (body.hasNonNull("receipt_url")) {
            return Optional.of(new Document(body.path("receipt_url").asText(), null, null));
        }
        byte[] pdf = decoded(body.path("receipt_base64").asText());
        if (!startsAsPdf(pdf)) {
            log.warn(
                    "What the ERP has as the receipt of order {} is no PDF: it is made here.",
                    receipt.externalOrderId());
            return Optional.empty();
        }
        return Optional.of(kept(receipt, order, pdf, null));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean startsAsPdf(byte[] bytes) {
        return bytes.length > PDF.length && java.util.Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length);
    }

    private Document kept(Wanted receipt, ChatOrder order, byte[] pdf, @Nullable Integer version) {
        String id = documents.keepPdf(order.contactId(), "receipt-" + receipt.id(), filename(order), pdf);
        return new Document("/media/" + id, id, version);
    }

    private void commit(Wanted receipt, ChatOrder order, Document document) {
        Reply reply = new Reply.Document(document.link(), filename(order), caption(order));
        RenderResult.Messages rendered =
                (RenderResult.Messages) MessagePayload.render(reply, order.recipient(), true, templates);
        List<OutboxMessage.Draft> drafts = rendered.messages().stream()
                .map(message -> new OutboxMessage.Draft(
                        order.contactId(), order.phoneNumberId(), "receipt-" + receipt.id(), message.json()))
                .toList();
        List<OutboxMessage> toSend = new ArrayList<>();
        transaction.executeWithoutResult(tx -> {
            if (wanted.sent(receipt.id(), document.fileId(), document.branding(), clock.instant())) {
                toSend.addAll(outbox.add(drafts, sender.free()));
                desk.receipted(order, receipt.paidAt());
            }
        });
        if (!toSend.isEmpty()) {
            sender.offer(toSend);
        }
    }

    private static String caption(ChatOrder order) {
        String language = Objects.requireNonNullElse(order.language(), "en");
        String number = Objects.requireNonNullElse(order.number(), order.externalOrderId());
        String total = order.total() == null
                ? ""
                : Money.format(order.total(), Objects.requireNonNullElse(order.currency(), ""), language);
        return language.startsWith("fr")
                ? "Merci ! La commande %s est payée%s. Voici votre reçu."
                        .formatted(number, total.isEmpty() ? "" : " : " + total)
                : "Thank you! Order %s is paid%s. Here is your receipt."
                        .formatted(number, total.isEmpty() ? "" : ": " + total);
    }

    private static String filename(ChatOrder order) {
        String number = Objects.requireNonNullElse(order.number(), order.externalOrderId());
        return "receipt-%s.pdf".formatted(number.replaceAll("[^A-Za-z0-9._-]", "_"));
    }
}
