package io.waybill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Many orders on an ERP of each level while everything fails and the gateway is killed, and one table of what came of them. */
public final class OrdersBench {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SEED = 20261121;
    private static final int ORDERS_A_KILL = 250;
    private static final int FINDINGS_SHOWN = 10;
    /** The statuses of what was sent before a kill come late behind so much else; what is sent again too early is said twice. */
    private static final Map<String, String> PATIENT = Map.of("WAYBILL_OUTBOX_RECONCILE", "30s");

    private final BenchOptions options;
    private final List<OrderRun.Outcome> outcomes = new ArrayList<>();

    private OrdersBench(BenchOptions options) {
        this.options = options;
    }

    /** Ends with 1 when an order was lost or doubled, or is unknown still. */
    public static void main(String[] args) {
        try {
            System.exit(new OrdersBench(BenchOptions.parse(args)).run() ? 0 : 1);
        } catch (Exception e) {
            // The fakes would keep the process alive.
            e.printStackTrace();
            System.exit(2);
        }
    }

    private boolean run() throws Exception {
        int orders = (int) options.number("orders");
        for (var name : options.list("levels")) {
            var level = ErpLevel.valueOf(name.toUpperCase(Locale.ROOT));
            // People look up every doubt of an ERP that cannot be asked, and the list they are shown is a page long.
            run(level, level.settlesByItself() ? orders : Math.max(1, orders / 10));
        }
        var report = report();
        System.out.println(report);
        if (options.isGiven("out")) {
            Files.writeString(options.path("out"), report);
        }
        return outcomes.stream().allMatch(outcome -> outcome.findings().isEmpty());
    }

    private void run(ErpLevel level, int orders) throws Exception {
        int kills = options.isGiven("kills")
                ? (int) options.number("kills")
                : Math.max(2, Math.ceilDiv(orders, ORDERS_A_KILL));
        var plan = new OrderRun.Plan(
                level,
                orders,
                kills,
                options.number("conversation-starts"),
                Duration.ofMillis((long) options.number("thinking")),
                PATIENCE,
                SEED);
        System.err.printf("%s: %,d orders, %d kills%n", level.word(), orders, kills);
        Path home = Files.createTempDirectory("waybill-orders-" + level.word());
        OrderRun.Outcome outcome;
        try (var run = new OrderRun(level, home, PATIENT, SEED)) {
            outcome = run.run(plan);
        }
        outcomes.add(outcome);
        System.err.println(row(outcome));
        if (outcome.findings().isEmpty()) {
            FileSystemUtils.deleteRecursively(home);
        } else {
            outcome.findings().stream().limit(FINDINGS_SHOWN).forEach(System.err::println);
            System.err.println("The log of the gateway: " + home.resolve("gateway.log"));
        }
    }

    private String report() throws IOException {
        var report = new StringBuilder("""
                | ERP | orders | confirmed | in the ERP | twice | lost | unknown | for a person | kills | seconds |
                |-|-|-|-|-|-|-|-|-|-|
                """);
        outcomes.forEach(outcome -> report.append(row(outcome)).append('\n'));
        report.append("\n%d processors shared by all processes; Java %s.\n"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
        for (var outcome : outcomes) {
            outcome.findings().stream()
                    .limit(FINDINGS_SHOWN)
                    .forEach(finding -> report.append(
                            "- %s: %s\n".formatted(outcome.plan().level().word(), finding)));
        }
        return report.toString();
    }

    private static String row(OrderRun.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.0f |",
                outcome.plan().level().word(),
                outcome.plan().orders(),
                outcome.confirmed(),
                outcome.orders(),
                outcome.twice(),
                outcome.lost(),
                outcome.unknown(),
                outcome.listed(),
                outcome.ordersAtKills().size(),
                outcome.seconds());
    }
}
