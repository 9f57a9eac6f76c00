package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import io.waybill.flow.replay.Parts;
import io.waybill.flow.replay.TurnRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a turn of the shipped order flow costs without the ERP: each of the turns of one whole conversation in its place. Run by hand, on
 * the test class path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class FlowEngineBenchmark {

    /** Products that the ERP lists. */
    @Param({"3", "40", "240"})
    public int products;

    private final TurnRecorder recorder = new TurnRecorder();
    private final FlowEngine engine = Conversation.shop().engine;
    private List<Recorded> turns = List.of();
    private int next;

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(FlowEngineBenchmark.class.getName())
                        .build())
                .run();
    }

    @Setup
    public void record() {
        List<Recorded> recorded = new ArrayList<>();
        Conversation shop = Conversation.shop();
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> Conversation.ok(Conversation.products(products)));
        shop.listener = (session, event) -> recorded.add(new Recorded(session, event, shop.world()));
        shop.says("hi")
                .taps("Order products")
                .says("P1")
                .says("2")
                .taps("Add more")
                .says("P2")
                .says("3")
                .taps("Checkout")
                .says("Beth House, Kasarani, House 16")
                .taps("Confirm")
                .taps("Confirm");
        turns = recorded;
    }

    @Benchmark
    public Turn turn() {
        Recorded recorded = turns.get(next);
        next = next + 1 == turns.size() ? 0 : next + 1;
        return engine.advance(recorded.session(), recorded.event(), recorded.world());
    }

    /** The session goes through its stored form between two turns. */
    @Benchmark
    public Turn storedTurn() {
        Recorded recorded = turns.get(next);
        next = next + 1 == turns.size() ? 0 : next + 1;
        Session session = Session.fromJson(recorded.session().toJson());
        return engine.advance(session, recorded.event(), recorded.world());
    }

    /** With what the journal keeps of a turn. */
    @Benchmark
    public String recordedTurn() {
        Recorded recorded = turns.get(next);
        next = next + 1 == turns.size() ? 0 : next + 1;
        Turn turn = engine.advance(recorded.session(), recorded.event(), recorded.world());
        return recorder.record(
                recorded.session(), recorded.event(), recorded.world(), engine.flows(), turn, new Parts());
    }

    private record Recorded(Session session, Event event, World world) {}
}
