package io.waybill.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.order.NewOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that was made outside of a flow, and how far it has come to the ERP.
 *
 * @param next to be asked of the ERP; null: nothing, or the ledger knows of it
 * @param attempt grows with each time that it is asked for after the ERP was certainly not reached
 * @param customerId the ERP's
 * @param order as the ERP has it; null: not yet
 * @param reason why it is where it is
 * @param code of the link that opens its chat
 * @param remindAt when the customer is asked to confirm once more; null: not any more
 */
public record Placement(
        String id,
        long contactId,
        NewOrder.Source source,
        Wanted wanted,
        Outcome outcome,
        @Nullable Step next,
        int attempt,
        @Nullable String customerId,
        @Nullable Made order,
        @Nullable String reason,
        String code,
        Instant placedAt,
        @Nullable Instant remindAt) {

    /** With which all ids, and their keys in the ledger, begin. */
    private static final String PREFIX = "order.";

    /** Where it stands. */
    public enum Outcome {
        PENDING,
        /** The ERP may have done what it was asked for last: Waybill finds out. */
        UNKNOWN,
        MADE,
        REFUSED,
        /** The ERP was certainly not reached. */
        DOWN,
        /** Only a person can tell. */
        MANUAL;

        /** As it stands in the table and in answers. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return this != PENDING && this != UNKNOWN;
        }
    }

    /** What is asked of the ERP, one after the other. */
    public enum Step {
        CUSTOMER(ErpOperation.UPSERT_CUSTOMER),
        ORDER(ErpOperation.CREATE_ORDER),
        /** It stands in the order's note as well, so the order goes on without it. */
        ADDRESS(ErpOperation.SET_ADDRESS);

        private final ErpOperation operation;

        Step(ErpOperation operation) {
            this.operation = operation;
        }

        public ErpOperation operation() {
            return operation;
        }

        /** As it stands in the table. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String letter() {
            return key().substring(0, 1);
        }
    }

    /** @param total as the ERP says; null: it does not */
    public record Made(
            String externalOrderId,
            @Nullable String orderNumber,
            String status,
            @Nullable BigDecimal total) {}

    static String id(String random) {
        return PREFIX + random;
    }

    /** True for a key in the ledger of such an order. */
    public static boolean is(String key) {
        return key.startsWith(PREFIX);
    }

    /** The id in a key of the ledger. */
    static String idIn(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    /** The step in a key of the ledger. */
    static Step stepIn(String key) {
        String letter = key.substring(key.lastIndexOf('.') + 1, key.lastIndexOf('.') + 2);
        return Arrays.stream(Step.values())
                .filter(step -> step.letter().equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no step of an order in " + key));
    }

    /** Of {@code step} in the ledger and at the ERP. */
    public String key(Step step) {
        return "%s.%s%d".formatted(id, step.letter(), attempt);
    }

    /** What the ERP is sent at {@code step}. */
    public ObjectNode request(Step step) {
        return switch (step) {
            case CUSTOMER -> wanted.customer();
            case ORDER -> wanted.order(Objects.requireNonNull(customerId));
            case ADDRESS -> wanted.address(Objects.requireNonNull(order).externalOrderId());
        };
    }

    /** The ledger knows of the next step. */
    public Placement asked() {
        return with(outcome, null, reason);
    }

    /**
     * {@code step} has ended like that.
     *
     * @param setsAddress whether the ERP takes an address of its own
     */
    public Placement after(Step step, ErpReply reply, boolean setsAddress) {
        if (step == Step.ADDRESS) {
            return this;
        }
        return switch (reply) {
            case ErpReply.Ok(JsonNode body)
            when step == Step.CUSTOMER ->
                of(body.path("external_customer_id").asText(), null, Outcome.PENDING, Step.ORDER);
            case ErpReply.Ok(JsonNode body) ->
                of(customerId, made(body), Outcome.MADE, setsAddress && wanted.hasAddress() ? Step.ADDRESS : null);
            case ErpReply.Empty empty -> with(Outcome.REFUSED, null, "The ERP answered nothing.");
            case ErpReply.Refused(String why) -> with(Outcome.REFUSED, null, why);
            case ErpReply.Down(String why) -> with(Outcome.DOWN, null, why);
            case ErpReply.Unknown(String why) -> with(Outcome.UNKNOWN, null, why);
        };
    }

    /** Nobody but a person can say how {@code step} ended. */
    public Placement forAPerson(Step step, String why) {
        return step == Step.ADDRESS ? this : with(Outcome.MANUAL, null, why);
    }

    private static Made made(JsonNode body) {
        return new Made(
                body.path("external_order_id").asText(),
                body.path("order_number").textValue(),
                body.path("status").asText(),
                body.path("total").isNumber() ? body.path("total").decimalValue() : null);
    }

    /** One that is made in a chat needs no way there, and links open the main number: one at another is no business of that chat. */
    public boolean hasLink() {
        return source == NewOrder.Source.WEBSITE && wanted.number() == null;
    }

    /** The ERP's own total, where it is another than was agreed on. */
    public Optional<BigDecimal> otherTotal() {
        return Optional.ofNullable(order)
                .map(Made::total)
                .filter(total -> total.compareTo(wanted.quote().total()) != 0);
    }

    /** The customer is asked to confirm once more then; null: not any more. */
    public Placement remindedAt(@Nullable Instant at) {
        return new Placement(
                id, contactId, source, wanted, outcome, next, attempt, customerId, order, reason, code, placedAt, at);
    }

    private Placement of(@Nullable String customer, @Nullable Made made, Outcome now, @Nullable Step step) {
        return new Placement(
                id, contactId, source, wanted, now, step, attempt, customer, made, null, code, placedAt, remindAt);
    }

    private Placement with(Outcome now, @Nullable Step step, @Nullable String why) {
        return new Placement(
                id, contactId, source, wanted, now, step, attempt, customerId, order, why, code, placedAt, remindAt);
    }
}
