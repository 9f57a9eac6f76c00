package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.ErpWitness;
import io.waybill.erp.RawAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private ErpReply reply = new ErpReply.Down("The check ran out of time.");

    Call(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
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

    void ended(ErpReply how) {
        reply = how;
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
