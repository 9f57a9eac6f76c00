package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.FakeGraph;
import io.waybill.far.Faults;
import io.waybill.far.GraphFault;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import io.waybill.far.StatusPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Whole order conversations with the real process between a Graph API and an ERP that fail, while the process is killed again and again. */
final class OrderRun implements AutoCloseable {

    /** Longer than any request is on its way here, and than {@link KillableGateway} waits for an answer. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Duration LATE = Duration.ofMillis(1_500);
    private static final List<Operation> ORDER_WRITES = List.of(Operation.CREATE_ORDER, Operation.CONFIRM_ORDER);
    /** Of what the customers do and the ERP executes until the last of them is served, the kills fall into this part. */
    private static final double KILLED_PART = 0.75;

    private static final int REPLIES_A_CONVERSATION = 9;

    /**
     * @param startsPerSecond customers who begin
     * @param thinking pause of a customer before each answer
     * @param patience how long to wait while nothing moves
     */
    record Plan(
            ErpLevel level,
            int orders,
            int kills,
            double startsPerSecond,
            Duration thinking,
            Duration patience,
            long seed) {}

    /**
     * What came of it.
     *
     * @param orders in the ERP
     * @param twice customers with more than one
     * @param lost customers who confirmed and have none, and nobody is told
     * @param unknown writes that nobody knows the end of when all is quiet again
     * @param listed writes handed over to people
     * @param ordersAtKills how many orders there were at each kill
     * @param findings what does not fit; empty is right
     */
    record Outcome(
            Plan plan,
            long confirmed,
            int orders,
            long twice,
            long lost,
            long unknown,
            int listed,
            List<Integer> ordersAtKills,
            double seconds,
            List<String> findings) {}

    private final FakeGraph graph = FakeGraph.start(0, FarSide.ACCESS_TOKEN, FarSide.PHONE_NUMBER_ID);
    private final FakeErp erp = FakeErp.start(0);
    private final ErpLevel level;
    private final Random random;
    private final long seed;
    private final Semaphore replies = new Semaphore(0);
    private final Semaphore created = new Semaphore(0);
    private final List<Integer> ordersAtKills = new ArrayList<>();
    private final KillableGateway gateway;

    /** Starts all three; {@code environment} is for the gateway. */
    OrderRun(ErpLevel level, Path home, Map<String, String> environment, long seed) throws Exception {
        this.level = level;
        this.seed = seed;
        this.random = new Random(seed);
        erp.honoursKeys(level == ErpLevel.KEYED);
        erp.late(LATE);
        graph.onMessage(message -> replies.release());
        erp.onExecuted(operation -> {
            if (operation == Operation.CREATE_ORDER) {
                created.release();
            }
        });
        gateway = KillableGateway.start(home, level, SETTLE, erp, graph, environment);
        graph.statuses(StatusPlan.OUT_OF_ORDER, gateway.webhook(), KillableGateway.APP_SECRET, Duration.ofMillis(50));
    }

    FakeErp erp() {
        return erp;
    }

    /** All of it: everything fails, kills, recovery, audit. */
    Outcome run(Plan plan) throws Exception {
        long start = System.nanoTime();
        breakEverything();
        CompletableFuture<Void> kills = killsMeanwhile(plan.kills, plan.orders);
        OrderConversations.Result result = talk(plan);
        kills.join();
        long unknown = unknownWhenQuiet(plan.patience);
        double seconds = (System.nanoTime() - start) / 1e9;
        return outcome(plan, result, unknown, seconds);
    }

    OrderConversations.Result talk(Plan plan) {
        var talks = new OrderConversations.Plan(
                1,
                plan.orders,
                plan.startsPerSecond,
                3,
                plan.thinking,
                plan.patience,
                !level.settlesByItself(),
                plan.seed);
        var settings = Deliveries.Settings.of(
                        gateway.webhook(),
                        KillableGateway.APP_SECRET,
                        BenchTarget.BUSINESS_ACCOUNT_ID,
                        FarSide.PHONE_NUMBER_ID)
                .disturbed(0.2, 0.1, seed);
        try (var deliveries = new Deliveries(settings)) {
            return OrderConversations.run(talks, deliveries, GraphFeed.of(graph));
        }
    }

    /** What does not fit between what the customers heard, what the ERP has, and what people are told to look up. */
    List<String> audit(OrderConversations.Result result, Set<String> inDoubt) {
        return OrderAudit.findings(level, result.conversations(), Json.MAPPER.valueToTree(erp.orders()), inDoubt);
    }

    private Outcome outcome(Plan plan, OrderConversations.Result result, long unknown, double seconds)
            throws Exception {
        JsonNode doubts = gateway.doubts();
        Set<String> inDoubt = new HashSet<>();
        doubts.forEach(doubt -> inDoubt.add(phone(doubt.path("request"))));
        var findings = new ArrayList<>(audit(result, inDoubt));
        erp.complaints().stream().map("The ERP complains: "::concat).forEach(findings::add);
        graph.refusals().stream().map(refused -> "Meta refuses " + refused).forEach(findings::add);
        graph.doubled().forEach((said, times) -> findings.add("Said %d times: %s".formatted(times, said)));
        if (level == ErpLevel.MANUAL) {
            erp.sentTwice().stream().map("Sent twice: "::concat).forEach(findings::add);
        }
        if (unknown > 0) {
            findings.add(unknown + " writes are still unknown");
        }
        Map<String, Long> byPhone =
                erp.orders().stream().collect(Collectors.groupingBy(ErpOrder::phone, Collectors.counting()));
        List<String> confirmed = result.conversations().stream()
                .filter(OrderConversations.Ended::confirmed)
                .map(OrderConversations.Ended::phone)
                .toList();
        return new Outcome(
                plan,
                confirmed.size(),
                erp.orders().size(),
                byPhone.values().stream().filter(count -> count > 1).count(),
                confirmed.stream()
                        .filter(phone -> !byPhone.containsKey(phone) && !inDoubt.contains(phone))
                        .count(),
                unknown,
                doubts.size(),
                List.copyOf(ordersAtKills),
                seconds,
                findings);
    }

    /** Of the customer whom a write is about. */
    private String phone(JsonNode request) {
        if (request.has("phone")) {
            return request.path("phone").asText();
        }
        return erp.orders().stream()
                .filter(order ->
                        order.id().equals(request.path("external_order_id").asText()))
                .map(ErpOrder::phone)
                .findFirst()
                .orElseGet(() ->
                        erp.phone(request.path("external_customer_id").asText()).orElse("nobody"));
    }

    private long unknownWhenQuiet(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        long unknown = gateway.unresolvedWrites();
        while (unknown > 0 && System.nanoTime() < end) {
            HttpSide.waited(Duration.ofMillis(250));
            unknown = gateway.unresolvedWrites();
        }
        return unknown;
    }

    private void breakEverything() {
        erp.faults().seed(seed);
        for (ErpFault fault : List.of(
                ErpFault.ERROR_500_AFTER,
                ErpFault.SILENCE_AFTER,
                ErpFault.LATE,
                ErpFault.RESET_BEFORE,
                ErpFault.RESET_AFTER,
                ErpFault.UNAVAILABLE_503)) {
            erp.faults().probability(0.01, fault, Faults.ANY);
        }
        // A garbled answer to a read is a refusal, and a person's case by design; to a write it means "unknown".
        for (Operation write : ORDER_WRITES) {
            erp.faults().probability(0.02, ErpFault.HTML_200, write.name());
            erp.faults().probability(0.02, ErpFault.EMPTY_200, write.name());
        }
        // A request that the network doubles is one order only where the ERP knows its key; no sender could help
        // elsewhere.
        if (level == ErpLevel.KEYED) {
            ORDER_WRITES.forEach(write -> erp.faults().probability(0.02, ErpFault.TWICE, write.name()));
        }
        graph.faults().seed(seed);
        for (GraphFault fault : List.of(
                GraphFault.HTTP_500,
                GraphFault.THROUGHPUT_130429,
                GraphFault.NOT_JSON,
                GraphFault.RESET,
                GraphFault.ACCEPT_THEN_RESET)) {
            graph.faults().probability(0.02, fault, Faults.ANY);
        }
    }

    /** In a thread of its own: it waits for work to land in, and what comes late comes over the common pool. */
    CompletableFuture<Void> killsMeanwhile(int kills, int orders) {
        return CompletableFuture.runAsync(() -> killAgainAndAgain(kills, orders), Thread::startVirtualThread);
    }

    /**
     * Kills in the middle of the work: after some orders were executed but not yet answered, every second time some replies
     * later. Counted in orders made, however slow the restarts are, so that no kill falls behind the work.
     */
    private void killAgainAndAgain(int kills, int orders) {
        int gap = (int) Math.max(2, orders * KILLED_PART / Math.max(1, kills));
        try {
            for (int kill = 0; kill < kills; kill++) {
                await(created, gap / 2 + random.nextInt(gap / 2 + 1), kill);
                if (kill % 2 == 1) {
                    replies.drainPermits();
                    await(replies, 1 + random.nextInt(REPLIES_A_CONVERSATION), kill);
                }
                ordersAtKills.add(erp.orders().size());
                gateway.killAndRestart();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The gateway was not killed as planned.", e);
        } finally {
            if (kills > 0) {
                erp.faults().clear();
                graph.faults().clear();
            }
        }
    }

    private static void await(Semaphore work, int count, int kill) throws InterruptedException {
        if (!work.tryAcquire(count, 2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("There was no work for kill %d to land in.".formatted(kill));
        }
    }

    @Override
    public void close() throws Exception {
        gateway.close();
        graph.close();
        erp.close();
    }
}
