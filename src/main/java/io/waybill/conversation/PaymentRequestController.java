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
import io.waybill.erp.ErpOperation;
import io.waybill.inbox.Contact;
import io.waybill.inbox.LocalNumbers;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import jakarta.servlet.http.HttpServletRequest;
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

    private final OrderActions actions;
    private final OrderDesk desk;
    private final PaymentRule rule;
    private final ChatNumbers numbers;
    private final ObjectMapper json;

    PaymentRequestController(
            OrderActions actions, OrderDesk desk, PaymentRule rule, ChatNumbers numbers, ObjectMapper json) {
        this.actions = actions;
        this.desk = desk;
        this.rule = rule;
        this.numbers = numbers;
        this.json = json;
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
                actions.key(key, by, order),
                order,
                ErpOperation.REQUEST_PAYMENT,
                sent,
                "%s %s".formatted(order.currency(), order.total()),
                by,
                rule::mayBeAskedFor));
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
