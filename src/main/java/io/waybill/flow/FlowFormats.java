package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a flow of an older format as one of today's. Only what is loaded changes: the text stays as its author wrote it. */
final class FlowFormats {

    static final int TODAY = 1;

    private final Map<Integer, UnaryOperator<ObjectNode>> migrations;

    /** @param migrations by the format they take; each gives the next one, up to {@link #TODAY} */
    FlowFormats(Map<Integer, UnaryOperator<ObjectNode>> migrations) {
        this.migrations = Map.copyOf(migrations);
    }

    /** Format 1 is the first. */
    static FlowFormats known() {
        return new FlowFormats(Map.of());
    }

    /** @throws FlowRejected when this version of Waybill cannot read the format */
    ObjectNode today(ObjectNode flow, Lines lines) {
        ObjectNode migrated = flow;
        while (migrated.path("schema").isInt() && migrated.path("schema").intValue() != TODAY) {
            int format = migrated.path("schema").intValue();
            UnaryOperator<ObjectNode> migration = migrations.get(format);
            if (migration == null) {
                throw unknown(flow.path("schema"), lines);
            }
            migrated = migration.apply(migrated.deepCopy()).put("schema", format + 1);
        }
        return migrated;
    }

    private static FlowRejected unknown(JsonNode format, Lines lines) {
        Lines.Place place = lines.of("/schema");
        String sentence = format.intValue() > TODAY
                ? "The flow has format %d, which is newer than this version of Waybill: it reads formats up to %d."
                : "The flow has format %d, which there never was: this version of Waybill reads format %d.";
        return new FlowRejected(List.of(new LoadProblem(
                LoadProblem.Kind.FORM,
                place.line(),
                place.column(),
                "/schema",
                sentence.formatted(format.intValue(), TODAY))));
    }
}
