package io.waybill.receipt;

import io.waybill.message.Reply;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Posting;
import io.waybill.receipt.WantedReceipts.Made;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the file of a receipt that was sent before once more, for a person: the same file, byte for byte. */
final class ReceiptAgain {

    private final WantedReceipts receipts;
    private final OrderBook orders;
    private final OrderDesk desk;
    private final Posting posting;
    private final Templates templates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceiptAgain(
            WantedReceipts receipts,
            OrderBook orders,
            OrderDesk desk,
            Posting posting,
            Templates templates,
            TransactionTemplate transaction,
            Clock clock) {
        this.receipts = receipts;
        this.orders = orders;
        this.desk = desk;
        this.posting = posting;
        this.templates = templates;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What cannot be sent, with a sentence that says why. */
    static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPossible(String message) {
            super(message);
        }
    }

    void send(String externalOrderId, Made receipt, String by) {
        String file = receipt.fileId();
        if (!receipt.state().equals("sent") || file == null) {
            throw new NotPossible("There is no file of this receipt to send again%s."
                    .formatted(receipt.reason() == null ? "" : ": " + receipt.reason()));
        }
        ChatOrder order = orders.find(externalOrderId)
                .orElseThrow(() -> new NotPossible("Waybill does not know who the customer is any more."));
        Instant now = clock.instant();
        if (!CustomerServiceWindow.open(order.lastMessageAt(), now)) {
            throw new NotPossible(
                    "The customer has not written for 24 hours, and WhatsApp takes no file until they do: send it when they are back.");
        }
        List<OutboxMessage.Draft> drafts = drafts(order, receipt, file);
        transaction.executeWithoutResult(tx -> {
            if (!receipts.again(receipt.id(), now)) {
                throw new NotPossible("It was sent less than a minute ago.");
            }
            posting.add(drafts);
            desk.receiptedAgain(externalOrderId, by);
        });
    }

    private List<OutboxMessage.Draft> drafts(ChatOrder order, Made receipt, String file) {
        Reply reply = new Reply.Document("/media/" + file, ReceiptFiles.name(order), ReceiptSending.caption(order));
        RenderResult.Messages rendered =
                (RenderResult.Messages) MessagePayload.render(reply, order.recipient(), true, templates);
        return rendered.messages().stream()
                .map(message -> new OutboxMessage.Draft(
                        order.contactId(), order.phoneNumberId(), "receipt-" + receipt.id(), message.json()))
                .toList();
    }
}
