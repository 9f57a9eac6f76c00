package io.waybill.bench;

import io.waybill.far.HttpSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Runs fakes, PostgreSQL, floor, gateway and load in one go on one machine and prints one table. */
public final class Bench implements AutoCloseable {
    private static final Duration SLOW_ERP = Duration.ofMillis(50);
    private static final double HELD_P99_MILLIS = 1_000;
    /** See {@link OrderConversations.Plan#of}. */
    private static final int MESSAGES_A_CONVERSATION = 8;

    private final BenchOptions options;
    private final Path work;
    private final BenchDatabase database;
    private final long postmaster;
    private final FarSide far;
    private final GraphFeed feed;
    private final List<BenchRow> rows = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int runs;

    /** What the phases of one target share. */
    private static final class Course {
        private final BenchTarget target;
        private final String databaseUrl;
        private BenchTarget.Running running;
        private double sustained;

        Course(BenchTarget target, String databaseUrl, double sustained) {
            this.target = target;
            this.databaseUrl = databaseUrl;
            this.sustained = sustained;
        }
    }

    /** Processor seconds so far of everybody who works. */
    private record Spent(double app, double postgres, double bench) {}

    private Bench(BenchOptions options) throws Exception {
        this.options = options;
        this.work = options.isGiven("work")
                ? Files.createDirectories(options.path("work"))
                : Files.createTempDirectory("waybill-bench");
        this.database = options.isGiven("jdbc")
                ? BenchDatabase.running(options.text("jdbc"), options.text("user"), options.text("password"))
                : BenchDatabase.embedded(work);
        this.postmaster = database.postmaster();
        this.far = FarSide.start(work);
        this.feed = GraphFeed.follow(far.graphUri());
    }

    /** Ends with 1 when anything was lost, doubled, out of order or refused by Meta's rules. */
    public static void main(String[] args) throws Exception {
        boolean isRight;
        try (var bench = new Bench(BenchOptions.parse(args))) {
            isRight = bench.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(isRight ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (var name : options.list("targets")) {
            if (name.equals("floor")) {
                measure(BenchTarget.floor(options, work));
            } else if (options.isGiven("jar")) {
                measure(BenchTarget.gateway(options, work));
            }
        }
        report();
        return findings.isEmpty() && rows.stream().allMatch(BenchRow::isRight);
    }

    private void measure(BenchTarget target) throws Exception {
        var course = new Course(target, database.fresh("bench_" + target.name()), options.number("rate"));
        start(course, options.path("home"));
        say(target.name() + ": first start on an empty database " + seconds(course.running.startSeconds()));
        boolean isWarm = false;
        try {
            for (var phase : options.list("phases")) {
                boolean needsWarmth = !phase.equals("f") && !phase.equals("d");
                if (needsWarmth && !isWarm) {
                    warmUp(course);
                }
                isWarm = needsWarmth;
                phase(course, phase);
            }
        } finally {
            course.running.close();
        }
    }

    private void phase(Course course, String phase) throws Exception {
        double rate = options.number("rate");
        var time = options.seconds("seconds");
        switch (phase) {
            case "a" -> echo(course, "a: echo", rate, time, Duration.ZERO);
            case "b" -> echo(course, "b: echo, ERP 50 ms", rate, time, SLOW_ERP);
            case "c" -> echo(course, "c: latency", 50, time, Duration.ZERO);
            case "d" -> conversations(course);
            case "e" ->
                echo(course, "e: overload, ERP 50 ms", overload(course), options.seconds("overload-seconds"), SLOW_ERP);
            case "f" -> {
                start(course, options.path("home"));
                echo(
                        course,
                        "f: burst after start, ERP 50 ms",
                        overload(course),
                        options.seconds("burst-seconds"),
                        SLOW_ERP);
            }
            case "m" -> highestRate(course);
            default -> throw new IllegalArgumentException("Unknown phase " + phase + "\n" + BenchOptions.HELP);
        }
    }

    private double overload(Course course) {
        return options.isGiven("overload") ? options.number("overload") : 2 * course.sustained;
    }

    private void start(Course course, Path home) throws Exception {
        if (course.running != null) {
            course.running.close();
        }
        course.running = course.target.start(far, database, course.databaseUrl, home);
    }

    private void warmUp(Course course) throws Exception {
        start(course, options.path("home"));
        var time = options.seconds("warm-up");
        if (!time.isZero()) {
            load(course, options.number("rate"), time, Duration.ZERO);
        }
    }

    private void echo(Course course, String phase, double rate, Duration time, Duration erpLatency) throws Exception {
        var row = measured(course, phase, rate, time, erpLatency);
        rows.add(row);
        say(BenchRow.table(List.of(row)).lines().skip(2).findFirst().orElseThrow());
    }

    private void highestRate(Course course) throws Exception {
        BenchRow held = null;
        for (double rate = options.number("rate"); ; rate *= 1.15) {
            var row = measured(course, "m: highest rate held, ERP 50 ms", rate, Duration.ofSeconds(10), SLOW_ERP);
            if (row.reply().millis(0.99) > HELD_P99_MILLIS || row.drain() > 1) {
                break;
            }
            held = row;
            course.sustained = rate;
        }
        if (held != null) {
            rows.add(held);
            say(BenchRow.table(List.of(held)).lines().skip(2).findFirst().orElseThrow());
        }
    }

    private BenchRow measured(Course course, String phase, double rate, Duration time, Duration erpLatency)
            throws Exception {
        var before = quiet(course);
        var resident = new AtomicLong();
        EchoLoad.Result result;
        try (var sampler = new Sampler(course.running.process().pid(), resident)) {
            result = load(course, rate, time, erpLatency);
        }
        var after = spent(course);
        note(course, phase, result);
        int answered = Math.max(1, result.echoed());
        return new BenchRow(
                course.target.name(),
                phase,
                rate,
                answered,
                result.reply(),
                result.ack(),
                result.lost(),
                result.doubled(),
                result.outOfOrder(),
                result.drain(),
                after.app - before.app,
                after.postgres - before.postgres,
                after.bench - before.bench,
                resident.get(),
                course.running.startSeconds());
    }

    private EchoLoad.Result load(Course course, double rate, Duration time, Duration erpLatency)
            throws IOException, InterruptedException {
        far.erpLatency(erpLatency);
        try (var deliveries = deliveries(course)) {
            var result = EchoLoad.run(EchoLoad.Plan.of(++runs, rate, time), deliveries, feed);
            if (deliveries.refused() + deliveries.broken() > 0) {
                say("posted again: " + deliveries.refused() + " not answered with 200, " + deliveries.broken()
                        + " broken");
            }
            return result;
        }
    }

    private Deliveries deliveries(Course course) {
        return new Deliveries(Deliveries.Settings.of(
                course.running.webhook(),
                BenchTarget.APP_SECRET,
                BenchTarget.BUSINESS_ACCOUNT_ID,
                FarSide.PHONE_NUMBER_ID));
    }

    private void note(Course course, String phase, EchoLoad.Result result) throws IOException, InterruptedException {
        var where = course.target.name() + " " + phase + ": ";
        if (result.acknowledged() < result.plan().texts()) {
            findings.add(where + (result.plan().texts() - result.acknowledged()) + " texts were never acknowledged");
        }
        if (result.misdirected() > 0) {
            findings.add(where + result.misdirected() + " replies went to somebody else");
        }
        noteFar(where);
        if (result.lateByDriver() > 20) {
            say(where + "the driver itself was late by up to " + Math.round(result.lateByDriver()) + " ms");
        }
        if (!course.running.process().isAlive()) {
            findings.add(where + "the process died");
        }
    }

    private void noteFar(String where) throws IOException, InterruptedException {
        var refusals = far.refusals();
        if (!refusals.isEmpty()) {
            findings.add(where + "Meta would have refused " + refusals.size() + ", first: " + refusals.get(0));
        }
        far.erpStats().path("complaints").forEach(complaint -> findings.add(where + complaint.asText()));
    }

    private void conversations(Course course) throws Exception {
        if (course.target.name().equals("floor")) {
            return;
        }
        var home = options.isGiven("order-home")
                ? options.path("order-home")
                : Files.createDirectories(work.resolve("empty-home"));
        double starts = options.number("conversation-starts");
        echoAtTheRateOf(course, starts);
        start(course, home);
        far.erpLatency(Duration.ZERO);
        try (var deliveries = deliveries(course)) {
            OrderConversations.run(
                    OrderConversations.Plan.of(++runs, (int) options.number("conversations") / 4, starts),
                    deliveries,
                    feed);
        }
        var before = quiet(course);
        var resident = new AtomicLong();
        OrderConversations.Result result;
        try (var deliveries = deliveries(course);
                var sampler = new Sampler(course.running.process().pid(), resident)) {
            result = OrderConversations.run(
                    OrderConversations.Plan.of(++runs, (int) options.number("conversations"), starts),
                    deliveries,
                    feed);
        }
        var after = spent(course);
        var audit = OrderAudit.findings(ErpLevel.KEYED, result.conversations(), far.orders(), Set.of());
        audit.stream().limit(5).forEach(finding -> findings.add("conversations: " + finding));
        noteFar("gateway conversations: ");
        say("conversations: " + result.ordered() + " of "
                + result.conversations().size() + " ordered in " + seconds(result.seconds()) + ", ERP calls "
                + far.erpStats().path("calls") + ", findings " + audit.size());
        int unordered = result.conversations().size() - (int) result.ordered();
        rows.add(new BenchRow(
                course.target.name(),
                "d: order conversations",
                result.sent() / result.seconds(),
                result.sent(),
                result.turns(),
                result.ack(),
                unordered,
                result.doubled(),
                0,
                0,
                after.app - before.app,
                after.postgres - before.postgres,
                after.bench - before.bench,
                resident.get(),
                course.running.startSeconds()));
    }

    /** What an echo costs at the rate and warmth of the conversations, to compare them with. */
    private void echoAtTheRateOf(Course course, double starts) throws Exception {
        double rate = starts * MESSAGES_A_CONVERSATION;
        int messages = (int) options.number("conversations") * MESSAGES_A_CONVERSATION;
        var time = Duration.ofMillis((long) (messages * 1_000 / rate));
        start(course, options.path("home"));
        load(course, rate, time.dividedBy(4), Duration.ZERO);
        echo(course, "d: echo at their rate", rate, time, Duration.ZERO);
    }

    /** Forgets the phase before and counts what was spent until now. */
    private Spent quiet(Course course) throws IOException, InterruptedException, SQLException {
        far.reset();
        database.checkpoint();
        // what the phase before left to do; a process that has ended leaves nothing
        course.running.process().endsWithin(Duration.ofMillis(500));
        return spent(course);
    }

    private Spent spent(Course course) {
        return new Spent(
                ProcessCost.cpuSeconds(course.running.process().pid()),
                ProcessCost.familyCpuSeconds(postmaster),
                ProcessCost.cpuSeconds(ProcessHandle.current().pid()) + far.cpuSeconds());
    }

    /** Keeps the largest resident size seen. */
    private record Sampler(Thread thread) implements AutoCloseable {
        Sampler(long pid, AtomicLong largest) {
            this(Thread.ofPlatform().daemon().start(() -> {
                while (HttpSide.waited(Duration.ofMillis(250))) {
                    largest.accumulateAndGet(ProcessCost.residentMegabytes(pid), Math::max);
                }
            }));
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private void report() throws IOException, SQLException {
        var report = new StringBuilder(BenchRow.table(rows));
        report.append(
                "\n%d processors shared by all processes; Java %s, gateway flags %s; %s; floor with %s commits a message.\n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                options.text("jvm"),
                                database.describe(),
                                options.text("floor-commits")));
        findings.forEach(finding -> report.append("- ").append(finding).append('\n'));
        System.out.println(report);
        if (options.isGiven("out")) {
            Files.writeString(options.path("out"), report);
        }
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void say(String line) {
        System.err.println(line);
    }

    @Override
    public void close() throws Exception {
        feed.close();
        far.close();
        database.close();
    }
}
