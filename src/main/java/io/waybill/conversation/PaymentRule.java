package io.waybill.conversation;

import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.modules.Module;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.OrderStatus;
import io.waybill.order.PaymentStatus;
import io.waybill.whatsapp.CustomerServiceWindow;
import java.time.Clock;

/** When a customer can be asked to pay for an order. */
final class PaymentRule {

    private final ChatOrders chats;
    private final ModuleSwitches modules;
    private final Clock clock;

    PaymentRule(ChatOrders chats, ModuleSwitches modules, Clock clock) {
        this.chats = chats;
        this.modules = modules;
        this.clock = clock;
    }

    /** @throws NotPossible with why not now */
    void mayBeAskedFor(Known order) {
        if (!modules.isOn(Module.PAYMENTS)) {
            throw new NotPossible(
                    "Payments are switched off for WhatsApp: an administrator switches them on by PUT /api/v1/modules/payments.");
        }
        if (order.payment() == PaymentStatus.PAID || order.payment() == PaymentStatus.REFUNDED) {
            throw new NotPossible(
                    "The order is %s already.".formatted(order.payment().key()));
        }
        if (order.status() == OrderStatus.CANCELLED) {
            throw new NotPossible("The order is cancelled.");
        }
        if (order.total() == null || order.currency() == null) {
            throw new NotPossible("Waybill does not know what the order comes to.");
        }
        boolean open = chats.find(order.externalOrderId())
                .map(ChatOrder::lastMessageAt)
                .filter(at -> CustomerServiceWindow.open(at, clock.instant()))
                .isPresent();
        if (!open) {
            throw new NotPossible(
                    "The customer has not written for 24 hours, so WhatsApp takes no message about the payment: ask when they are back.");
        }
    }
}
