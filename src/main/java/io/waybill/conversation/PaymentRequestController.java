package io.waybill.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.checkout.ChatNumbers;
import io.waybill.conversation.OrderActionController.Done;
import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.conversation.StaffActions.Action;
import io.waybill.erp.ErpOperation;
import io.waybill.inbox.Contact;
import io.waybill.inbox.LocalNumbers;
import io.waybill.modules.Module;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.OrderStatus;
import io.waybill.order.PaymentStatus;
import io.waybill.whatsapp.CustomerServiceWindow;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An assistant asks who chats to pay for an order of theirs: the page to pay at, or what comes to the phone, goes to them and nobody else. */
@RestController
@Needs({Permission.ORDERS_SELL, Permission.MONEY})
class PaymentRequestController {

    private static final int KEY_CHARACTERS = 24;

    private final OrderActions actions;
    private final OrderDesk desk;
    private final ChatOrders chats;
    private final ChatNumbers numbers;
    private final ModuleSwitches modules;
    private final ObjectMapper json;
    private final Clock clock;

    PaymentRequestController(
            OrderActions actions,
            OrderDesk desk,
            ChatOrders chats,
            ChatNumbers numbers,
            ModuleSwitches modules,
            ObjectMapper json,
            Clock clock) {
        this.actions = actions;
        this.desk = desk;
        this.chats = chats;
        this.numbers = numbers;
        this.modules = modules;
        this.json = json;
        this.clock = clock;
    }

    /** @param phone need not be said; another one than that of the chat is refused */
    record PaymentRequest(
            @JsonProperty("external_order_id") @Nullable String externalOrderId,
            @Nullable String phone) {}

    /** Asks for the whole of the order's total; how the chat is told is not the assistant's choice. */
    @PostMapping("/api/v1/conversations/{contactId}/payments")
    @ForApiKey(Scope.PAYMENTS_REQUEST)
    ResponseEntity<Done> ask(
            @PathVariable long contactId,
            @RequestBody PaymentRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Contact chat = numbers.chat(contactId);
        String phone = numbers.own(chat, body.phone(), "phone");
        Known order = desk.find(body.externalOrderId() == null ? "" : body.externalOrderId())
                .filter(known -> known.contactId() == chat.id())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The one who chats has no order %s.".formatted(body.externalOrderId())));
        ObjectNode sent = json.createObjectNode()
                .put("external_order_id", order.externalOrderId())
                .put("amount", order.total())
                .put("currency", order.currency())
                .put("phone", phone);
        String by = request.getRemoteUser();
        return Done.of(actions.askOnce(
                Action.key(once(key, by, order)),
                order,
                ErpOperation.REQUEST_PAYMENT,
                sent,
                "%s %s".formatted(order.currency(), order.total()),
                by,
                this::mayBeAskedFor));
    }

    private void mayBeAskedFor(Known order) {
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

    /** The same key of the same caller for the same order is one request, however often it comes. */
    private static String once(@Nullable String key, String by, Known order) {
        String text =
                key == null ? UUID.randomUUID().toString() : "%s %s %s".formatted(by, order.externalOrderId(), key);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notANumber(LocalNumbers.NotANumber e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, "\"phone\": " + e.getMessage());
    }
}
