package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpExchange;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.ErpWitness;
import io.waybill.erp.RawAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the check, as it was seen from inside. */
final class Call implements ErpWitness {

    /** Thrown into a call that takes longer than the check may. */
    static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfTime() {
            super("The check ran out of time", null, false, false);
        }
    }

    /** An answer in the contract's names. */
    record Understood(
            ErpOperation operation,
            JsonNode answer,
            @Nullable JsonNode raw) {}

    private final Clock clock;
    private final Instant end;
    private final List<RawAnswer> arrived = new ArrayList<>();
    private final List<Understood> understood = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final boolean dry;
    private List<ErpExchange> exchanges = List.of();
    private ErpReply reply = new ErpReply.Down("The check ran out of time.");

    /** What a request says besides its body; no secrets. */
    record Sent(ErpOperation operation, Map<String, String> headers) {}

    Call(Clock clock, Instant end) {
        this(clock, end, false);
    }

    Call(Clock clock, Instant end, boolean dry) {
        this.clock = clock;
        this.end = end;
        this.dry = dry;
    }

    @Override
    public boolean isDry() {
        return dry;
    }

    @Override
    public void sends(ErpOperation operation, Map<String, String> headers) {
        sent.add(new Sent(operation, headers));
    }

    @Override
    public void arrived(RawAnswer answer) {
        arrived.add(answer);
        if (clock.instant().isAfter(end)) {
            throw new OutOfTime();
        }
    }

    @Override
    public void understood(ErpOperation operation, JsonNode answer) {
        // An empty body is a matter of the wire.
        if (!answer.isMissingNode()) {
            understood.add(new Understood(
                    operation,
                    answer,
                    arrived.isEmpty() ? null : arrived.getLast().json()));
        }
    }

    void ended(ErpAnswer answer) {
        reply = answer.reply();
        exchanges = answer.exchanges();
    }

    /** Every request that was written, in their order. */
    List<Sent> sent() {
        return sent;
    }

    /** The same with what came back. */
    List<ErpExchange> exchanges() {
        return exchanges;
    }

    List<RawAnswer> arrived() {
        return arrived;
    }

    ErpReply reply() {
        return reply;
    }

    boolean went() {
        return reply instanceof ErpReply.Ok || reply instanceof ErpReply.Empty;
    }

    /** What came, with our types, when the answer kept the contract. */
    Optional<ObjectNode> body() {
        return reply instanceof ErpReply.Ok(JsonNode body) && body instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    List<RawAnswer> arrived(ErpOperation operation) {
        return arrived.stream().filter(raw -> raw.operation() == operation).toList();
    }

    /** True when the last answer came as far as the contract. */
    boolean understoodLast(ErpOperation operation) {
        List<RawAnswer> came = arrived(operation);
        List<Understood> seen = understood(operation);
        return !came.isEmpty()
                && !seen.isEmpty()
                && came.getLast().json() != null
                && came.getLast().json() == seen.getLast().raw();
    }

    List<Understood> understood(ErpOperation operation) {
        return understood.stream().filter(seen -> seen.operation() == operation).toList();
    }
}
