package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.conversation.StaffActions.Action;
import io.waybill.conversation.StaffActions.Progress;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.ShortWait;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.OrderStatus;
import io.waybill.order.PaymentStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** People have the ERP do something with an order: one call each, kept before it is made, like those of conversations. */
final class OrderActions {

    private static final int KEY_CHARACTERS = 24;

    private final StaffActions actions;
    private final OrderDesk desk;
    private final ErpGateway erp;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Supplier<UUID> ids;

    OrderActions(
            StaffActions actions,
            OrderDesk desk,
            ErpGateway erp,
            Inbox inbox,
            TransactionTemplate transaction,
            ObjectMapper json,
            Supplier<UUID> ids) {
        this.actions = actions;
        this.desk = desk;
        this.erp = erp;
        this.inbox = inbox;
        this.transaction = transaction;
        this.json = json;
        this.ids = ids;
    }

    /** What cannot be asked for, with a sentence that says why; the ERP was not called. */
    static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPossible(String message) {
            super(message);
        }
    }

    /**
     * Has the ERP bring the order to {@code status}.
     *
     * @param key of the ledger's row: what was asked for under it before is not asked for again, whatever has become of the order
     * @param reason of a cancellation, for the ERP
     * @throws NotPossible when the order cannot come to that now, or the ERP has no such operation
     */
    Progress move(String key, Known order, OrderStatus status, @Nullable String reason, String by) {
        if (actions.progress(key).isPresent()) {
            return ended(key);
        }
        mayMove(order, status);
        ErpOperation operation = operation(status);
        ObjectNode request = json.createObjectNode().put("external_order_id", order.externalOrderId());
        switch (operation) {
            case CONFIRM_ORDER -> request.set("payment_info", paymentInfo(order));
            case CANCEL_ORDER ->
                request.put("reason", reason == null || reason.isBlank() ? "Cancelled by " + by : reason);
            default -> request.put("status", status.key());
        }
        return askOnce(key, order, operation, request, status.key(), by, now -> mayMove(now, status));
    }

    private static void mayMove(Known order, OrderStatus status) {
        if (!order.moves().contains(status)) {
            throw new NotPossible("The order is %s: from there it %s, not %s."
                    .formatted(order.status().key(), next(order), status.key()));
        }
    }

    /** For a row of the ledger that nobody has asked for before. */
    String newKey() {
        return Action.key(ids.get().toString().replace("-", "").substring(0, KEY_CHARACTERS));
    }

    /**
     * The same for the same wish of the same caller about the same order, however often it comes.
     *
     * @param wish the caller's name for it; null: one that comes once
     */
    String key(@Nullable String wish, String by, Known order) {
        if (wish == null) {
            return newKey();
        }
        String text = "%s %s %s".formatted(by, order.externalOrderId(), wish);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Action.key(HexFormat.of().formatHex(hash).substring(0, KEY_CHARACTERS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param key of the ledger's row: what was asked for under it before is not asked for again
     * @param what for the timeline
     * @param still looks at the order once more while nobody else changes it
     */
    Progress askOnce(
            String key,
            Known order,
            ErpOperation operation,
            ObjectNode request,
            String what,
            String by,
            Consumer<Known> still) {
        mustHave(operation);
        transaction.executeWithoutResult(tx -> {
            Known now = desk.hold(order.externalOrderId());
            if (actions.progress(key).isPresent()) {
                return;
            }
            actions.running(order.externalOrderId()).ifPresent(running -> {
                throw new NotPossible("%s of %s for this order is not over yet: it is %s."
                        .formatted(running.operation(), running.by(), running.state()));
            });
            still.accept(now);
            actions.ask(new Action(key, order.contactId(), order.externalOrderId(), operation, request.toString(), by));
            desk.asked(order.externalOrderId(), "%s: %s".formatted(operation, what), by);
        });
        inbox.alert();
        return ended(key);
    }

    private Progress ended(String key) {
        return ShortWait.until(Progress::isOver, () -> actions.progress(key).orElseThrow());
    }

    /** One of this order that is not over. */
    Optional<Progress> running(Known order) {
        return actions.running(order.externalOrderId());
    }

    boolean has(ErpOperation operation) {
        return erp.available().contains(operation);
    }

    /** @throws NotPossible naming what the ERP lacks */
    void mustHave(ErpOperation operation) {
        if (!has(operation)) {
            throw new NotPossible("The ERP has no %s (endpoint profile \"%s\"): do it there, and Waybill hears of it."
                    .formatted(operation, erp.profile().name()));
        }
    }

    private ObjectNode paymentInfo(Known order) {
        ObjectNode info = json.createObjectNode().put("method", order.payment() == PaymentStatus.PAID ? "PAID" : "COD");
        if (order.total() != null && order.currency() != null) {
            info.put("amount", order.total()).put("currency", order.currency());
        }
        return info;
    }

    static ErpOperation operation(OrderStatus status) {
        return switch (status) {
            case CONFIRMED -> ErpOperation.CONFIRM_ORDER;
            case CANCELLED -> ErpOperation.CANCEL_ORDER;
            default -> ErpOperation.SET_ORDER_STATUS;
        };
    }

    private static String next(Known order) {
        return order.moves().isEmpty()
                ? "goes nowhere"
                : "goes to "
                        + order.moves().stream().sorted().map(OrderStatus::key).collect(Collectors.joining(" or "));
    }
}
