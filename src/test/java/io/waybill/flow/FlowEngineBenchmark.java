package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures a turn of the order flow; run by hand: {@code java -cp ... io.waybill.flow.FlowEngineBenchmark}. */
final class FlowEngineBenchmark {

    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 3_000;

    private FlowEngineBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        for (int products : new int[] {3, 40, 240}) {
            measure(products);
        }
    }

    private static void measure(int products) throws InterruptedException {
        List<Recorded> turns = record(products);
        FlowEngine engine = Conversation.shop().engine;
        for (int i = 0; i < WARM_UP; i++) {
            turns.forEach(turn -> turn.play(engine));
        }
        long[] nanos = new long[ROUNDS * turns.size()];
        long[] stored = new long[ROUNDS * turns.size()];
        for (int i = 0, n = 0; i < ROUNDS; i++) {
            for (Recorded turn : turns) {
                long start = System.nanoTime();
                Turn played = turn.play(engine);
                long played1 = System.nanoTime();
                Session.fromJson(played.session().toJson());
                stored[n] = System.nanoTime() - played1;
                nanos[n++] = played1 - start;
            }
        }
        long[] virtual = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int at = i;
            Thread.ofVirtual()
                    .start(() -> {
                        long start = System.nanoTime();
                        turns.forEach(turn -> turn.play(engine));
                        virtual[at] = (System.nanoTime() - start) / turns.size();
                    })
                    .join();
        }
        int largest = turns.stream()
                .mapToInt(turn -> turn.session().toJson().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
        System.out.printf(
                "%d products, %d turns: advance median %.1f us, p99 %.1f us; in a new virtual thread %.1f us; JSON there and back %.1f us;"
                        + " largest session %d bytes%n",
                products,
                turns.size(),
                percentile(nanos, 50),
                percentile(nanos, 99),
                percentile(virtual, 50),
                percentile(stored, 50),
                largest);
        for (Recorded turn : turns) {
            long[] one = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                turn.play(engine);
                one[i] = System.nanoTime() - start;
            }
            System.out.printf(
                    "    %6.1f us  %s%n", percentile(one, 50), turn.session().waiting());
        }
    }

    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * (percent / 100.0))] / 1_000.0;
    }

    private static List<Recorded> record(int products) {
        Conversation shop = Conversation.shop();
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> Conversation.ok(Conversation.products(products)));
        List<Recorded> turns = new ArrayList<>();
        shop.listener = (session, event) -> turns.add(new Recorded(session, event, shop.world()));
        shop.says("hi")
                .taps("Order products")
                .says("P1")
                .says("2")
                .taps("Add more")
                .says("P2")
                .says("3");
        shop.taps("Checkout")
                .says("Beth House, Kasarani, House 16")
                .taps("Confirm")
                .taps("Confirm");
        return turns;
    }

    private record Recorded(Session session, Event event, World world) {
        Turn play(FlowEngine engine) {
            return engine.advance(session, event, world);
        }
    }
}
