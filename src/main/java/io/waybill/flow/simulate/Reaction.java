package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one input led to.
 *
 * @param calls of the ERP, in order, attempts to settle an unknown end among them
 * @param handOver why a person takes over; null: nobody does
 * @param incidents what an operator is told
 * @param results what the flow came to, as it is kept: {@code kind} and its values
 * @param unmatched what the customer wrote and nothing understood, kept for the report
 */
public record Reaction(
        List<ShownMessage> messages,
        List<Called> calls,
        @Nullable String handOver,
        List<String> incidents,
        List<ObjectNode> results,
        List<String> unmatched) {

    public Reaction {
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
        incidents = List.copyOf(incidents);
        results = List.copyOf(results);
        unmatched = List.copyOf(unmatched);
    }

    /** @param outcome how the call ended, in the flow's word for it, or {@code ok} */
    public record Called(ErpOperation operation, ObjectNode request, String outcome) {}
}
