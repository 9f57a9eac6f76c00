package io.waybill.conversation;

import io.waybill.checkout.Placement;
import io.waybill.desk.ChatNews;
import io.waybill.flow.replay.Parts;
import io.waybill.hook.HookEvent;
import io.waybill.inbox.Completion;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderNews;
import io.waybill.order.OrderReport;
import io.waybill.outbox.OutboxMessage;
import java.util.List;
import java.util.Map;

/**
 * All that one turn changes, committed together.
 *
 * @param tooLate replies that are not sent, because the customer's 24 hours are over
 * @param taken keys of what people asked for
 * @param begun orders that the ERP has now
 * @param placed how far orders that others made for the customer have come
 * @param opened orders that were made elsewhere, and whose links led here
 * @param reports what was heard of orders
 * @param news of orders made in this turn
 * @param events for servers of integrators
 * @param results what flows came to
 * @param parts texts that the journal names
 * @param buried wamid to reason: messages that could not be answered
 * @param forgotten what the ERP holds in vain
 * @param payments that were looked at because their provider said that something happened
 * @param desk what people at the desk have to know
 */
record TurnCommit(
        Completion completion,
        List<String> taken,
        List<NewOrder> begun,
        List<Placement> placed,
        List<Opened> opened,
        List<OrderReport> reports,
        List<OrderNews.News> news,
        List<HookEvent> events,
        List<FlowResults.Result> results,
        List<OutboxMessage.Draft> replies,
        List<OutboxMessage.Draft> tooLate,
        List<Ledger.Entry> ledger,
        List<Journal.Entry> journal,
        Parts parts,
        Map<String, String> buried,
        List<Reservations.Forgotten> forgotten,
        List<PaymentCallbacks.Told> payments,
        List<ChatNews> desk,
        List<Carts.Change> carts) {

    /** @param own whether the order is of the number that chats */
    record Opened(String externalOrderId, boolean own) {}
}
