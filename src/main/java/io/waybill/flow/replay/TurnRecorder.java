package io.waybill.flow.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.flow.Event;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Flows;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.Waiting;
import io.waybill.flow.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what the engine was given, so that the same can be given to it again. Safe from many threads. */
public final class TurnRecorder {

    private volatile Shared last = new Shared(null, null, "", "");

    /** The world that was written last: it hardly ever changes. */
    private record Shared(@Nullable World world, @Nullable Flows flows, String text, String name) {

        boolean isOf(World other, Flows others) {
            return world != null
                    && flows == others
                    && world.available().equals(other.available())
                    && world.hiddenProducts().equals(other.hiddenProducts())
                    && world.hiddenJobs().equals(other.hiddenJobs())
                    && world.assignedFlows().equals(other.assignedFlows())
                    && world.jobFlows().equals(other.jobFlows())
                    && world.delivery() == other.delivery()
                    && world.store().equals(other.store());
        }
    }

    /**
     * One turn as text.
     *
     * @param before as it was stored, where replay can begin: in no flow, and waiting for nothing
     * @param flows that are published
     * @param parts gets what the text only names
     */
    public String record(Session before, Event event, World world, Flows flows, Turn turn, Parts parts) {
        ObjectNode json = Json.object();
        // First, and without braces inside: SQL finds it there without reading all the rest.
        json.set("marks", Landmarks.of(before, event, turn));
        json.put("at", world.now().toString());
        json.put("world", shared(world, flows, parts));
        json.set("customer", WorldJson.customer(world.customer()));
        if (world.tapped() != null) {
            json.set("tapped", WorldJson.tapped(world.tapped()));
        }
        json.set("event", EventJson.write(event, parts));
        if (canBegin(before)) {
            json.put("before", before.toJson());
        }
        json.put("turn", fingerprint(turn));
        return Json.write(json);
    }

    static boolean canBegin(Session session) {
        return session.place() == null && session.waiting() instanceof Waiting.Idle;
    }

    /** Of all that the turn came to: the session as it is stored, and every effect. */
    static String fingerprint(Turn turn) {
        return Parts.name(turn.session().toJson() + '\n' + turn.effects());
    }

    private String shared(World world, Flows flows, Parts parts) {
        Shared known = last;
        if (!known.isOf(world, flows)) {
            String text = WorldJson.shared(world, names(flows));
            known = new Shared(world, flows, text, Parts.name(text));
            last = known;
        }
        return parts.keep(known.name(), known.text());
    }

    private static List<String> names(Flows flows) {
        return flows.published().stream().map(TurnRecorder::name).toList();
    }

    /** How a recording names one revision of a flow. */
    public static String name(FlowDefinition flow) {
        return flow.id() + '@' + flow.revision();
    }
}
