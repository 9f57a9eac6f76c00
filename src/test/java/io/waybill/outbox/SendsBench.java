package io.waybill.outbox;

import com.sun.management.OperatingSystemMXBean;
import io.github.bucket4j.TimeMeter;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.far.FakeGraph;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannels;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many messages a second go from the outbox through the limiter to Graph and are marked, with Graph on loopback in the same
 * process: its processor time counts as well. The first of the three lines is the warm-up.
 */
public final class SendsBench {

    /** More than can be sent, so that the limiter is asked for every message and holds none back. */
    private static final int UNLIMITED = 1_000_000;

    private static final int MESSAGES_A_CONTACT = 4;
    private static final int BATCH = 500;

    private SendsBench() {}

    /** @param arguments how many messages */
    public static void main(String[] arguments) throws Exception {
        int messages = Integer.parseInt(arguments[0]);
        FakeGraph graph = FakeGraph.start(0, "token", SendingRig.NUMBER);
        try (graph;
                ConfigurableApplicationContext wire = SendingRig.wire(graph, UNLIMITED)) {
            for (int latency : List.of(0, 0, 1)) {
                graph.latency(Duration.ofMillis(latency));
                Spent spent = sends(messages, graph, wire);
                System.out.printf(
                        "Graph answers after %d ms: %,.0f messages/s, %.2f ms of processor time each%n",
                        latency, messages / spent.seconds(), 1000 * spent.processorSeconds() / messages);
            }
        }
    }

    private record Spent(double seconds, double processorSeconds) {}

    private static Spent sends(int messages, FakeGraph graph, ConfigurableApplicationContext wire) throws Exception {
        graph.reset();
        graph.number(SendingRig.NUMBER, "token");
        CountDownLatch taken = new CountDownLatch(messages);
        graph.onMessage(message -> taken.countDown());
        TestDatabase database = TestDatabase.migrated();
        Clock clock = Clock.systemUTC();
        try (Node node = Node.join(database.dataSource());
                NumberLimits numbers = new NumberLimits(
                        wire.getBean(WhatsAppChannels.class),
                        clock,
                        TimeMeter.SYSTEM_NANOTIME,
                        new Notices(database.jdbc(), new LiveEvents(), clock))) {
            FollowUps followUps = new FollowUps(
                    database.jdbc(),
                    clock,
                    new ReopenTemplate(wire.getBean(Templates.class), null),
                    contacts -> List.of());
            Statuses statuses = new Statuses(database.jdbc(), followUps);
            Outbox outbox = new Outbox(database.jdbc(), node, clock);
            long started = System.nanoTime();
            double before = processorSeconds();
            try (OutboxWriter writer = new OutboxWriter(
                            new Marks(database.jdbc(), statuses, clock),
                            statuses,
                            followUps,
                            (contact, phone) -> {},
                            node,
                            database.transaction());
                    Sender sender = new Sender(
                            outbox,
                            writer,
                            wire.getBean(CloudApi.class),
                            numbers,
                            new HeldTemplates(
                                    database.jdbc(),
                                    database.transaction(),
                                    (number, message) -> Optional.empty(),
                                    new Notices(database.jdbc(), new LiveEvents(), clock),
                                    Duration.ofHours(24),
                                    clock),
                            clock,
                            Alarm.named("bench"),
                            new SenderLimits(messages, 128, Duration.ofSeconds(15)))) {
                for (int first = 0; first < messages; first += BATCH) {
                    sender.offer(outbox.add(drafts(first, Math.min(messages, first + BATCH)), sender.free()));
                }
                if (!taken.await(5, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("%d messages were not sent.".formatted(taken.getCount()));
                }
            }
            return new Spent((System.nanoTime() - started) / 1e9, processorSeconds() - before);
        }
    }

    private static List<OutboxMessage.Draft> drafts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> {
                    long contact = number / MESSAGES_A_CONTACT;
                    return new OutboxMessage.Draft(
                            contact, SendingRig.NUMBER, "bench", """
                            {"messaging_product":"whatsapp","recipient_type":"individual","to":"%s","type":"text","text":{"body":"Message %d"}}""".formatted(SendingRig.phone(contact), number));
                })
                .toList();
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
