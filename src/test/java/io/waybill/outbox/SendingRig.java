package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import io.waybill.SettableClock;
import io.waybill.access.KeptAudit;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import io.waybill.live.LiveEvents;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.Problem;
import io.waybill.message.Reply;
import io.waybill.notice.Notice;
import io.waybill.notice.Notices;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.TemplateMessage;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppAlone;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The outbox with a real database and a Graph on a real wire, and time as the test says; each test starts afresh. */
final class SendingRig implements BeforeEachCallback, AfterAllCallback {

    static final String NUMBER = "310000000000007";
    static final Duration HELD_FOR = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    SettableClock clock = SettableClock.atNoon();
    final FakeGraph graph = FakeGraph.start(0, "token", NUMBER);
    final TestDatabase database = TestDatabase.migrated();
    Notices notices = new Notices(database.jdbc(), new LiveEvents(), clock);
    private final Map<Long, Instant> wrote = new ConcurrentHashMap<>();
    /** Contacts to the number that messages really went to. */
    final Map<Long, String> reached = new ConcurrentHashMap<>();

    /** Takes long to build, so the tests of a class share it. */
    private final ConfigurableApplicationContext wire = wire(graph, 1000);

    /** Templates that cannot go now, as name.language, with the reason. */
    final Map<String, String> refused = new ConcurrentHashMap<>();

    /** Contacts whom people may not write to, with the reason. */
    final Map<Long, String> muted = new ConcurrentHashMap<>();

    final KeptAudit audit = new KeptAudit();

    private final List<Gateway> gateways = new ArrayList<>();
    private @Nullable String reopenTemplate;
    Gateway gateway;

    /** Our side of WhatsApp, which sends to {@code graph}. */
    static ConfigurableApplicationContext wire(FakeGraph graph, int messagesPerSecond) {
        return new SpringApplicationBuilder(WhatsAppAlone.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "camel.main.routes-include-pattern=file:routes/50-whatsapp.camel.yaml",
                        "waybill.whatsapp.phone-number-id=" + NUMBER,
                        "waybill.whatsapp.access-token=token",
                        "waybill.whatsapp.app-secret=s",
                        "waybill.whatsapp.verify-token=v",
                        "waybill.whatsapp.messages-per-second=" + messagesPerSecond,
                        "waybill.whatsapp.base-url=" + graph.uri())
                .run();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        for (Gateway started : gateways) {
            started.close();
        }
        gateways.clear();
        database.jdbc()
                .sql("truncate outbox, outbox_attempt, early_status, notice restart identity")
                .update();
        graph.reset();
        graph.number(NUMBER, "token");
        wrote.clear();
        refused.clear();
        muted.clear();
        audit.kept.clear();
        reopenTemplate = null;
        clock = SettableClock.atNoon();
        notices = new Notices(database.jdbc(), new LiveEvents(), clock);
        gateway = starts();
    }

    /** One more node on the same database. */
    Gateway starts() throws Exception {
        Gateway started = new Gateway();
        gateways.add(started);
        return started;
    }

    /** The node ends and another takes its place, which knows only what the database does. */
    void restarts() throws Exception {
        gateways.remove(gateway);
        gateway.close();
        gateway = starts();
        gateway.outbox.releaseRowsOfOthersThan(Set.of(gateway.node.number()), Duration.ofSeconds(15));
    }

    void reopensWith(@Nullable String template) throws Exception {
        reopenTemplate = template;
        restarts();
    }

    private List<Recipients.Known> known(Collection<Long> contacts) {
        return contacts.stream()
                .map(contact -> new Recipients.Known(contact, wrote.get(contact), "fr"))
                .toList();
    }

    private Optional<TemplateGate.Hold> holds(String phoneNumberId, TemplateMessage message) {
        return Optional.ofNullable(refused.get(message.label()))
                .map(reason -> new TemplateGate.Hold(message.label(), reason));
    }

    static String phone(long contact) {
        return "+2547%08d".formatted(contact);
    }

    /** The customer writes now. */
    void writes(long contact) {
        wrote.put(contact, clock.instant());
    }

    void says(long contact, String... texts) {
        for (String text : texts) {
            says(contact, new Reply.Text(text));
        }
    }

    void says(long contact, Reply reply) {
        gateway.sender.offer(gateway.outbox.add(List.of(draft(contact, reply)), gateway.sender.free()));
    }

    OutboxMessage.Draft draft(long contact, Reply reply) {
        RenderResult.Messages rendered = (RenderResult.Messages)
                MessagePayload.render(reply, new Recipient(phone(contact), null), true, wire.getBean(Templates.class));
        return new OutboxMessage.Draft(
                contact, NUMBER, "trace", rendered.messages().getFirst().json());
    }

    Templates templates() {
        return wire.getBean(Templates.class);
    }

    /** What the customer has got. */
    List<String> received(long contact) {
        return graph.messagesTo(phone(contact)).stream().map(GraphMessage::text).toList();
    }

    /** Lets time pass, from one thing that waits to the next, until it is so. */
    void until(BooleanSupplier so) {
        Instant latest = clock.instant().plus(Duration.ofDays(2));
        while (!so.getAsBoolean()) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> so.getAsBoolean() || gateway.alarm.next().isPresent());
            if (!so.getAsBoolean()) {
                gateway.alarm.ring();
            }
            assertThat(clock.instant())
                    .as("It has not come to that in two days")
                    .isBefore(latest);
        }
    }

    /** Waits without time passing. */
    void soon(BooleanSupplier so) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(so::getAsBoolean);
    }

    /** Those that nobody has seen to, the newest first. */
    List<FailedMessages.Failed> failed() {
        return gateway.failed.find(new FailedMessages.Wanted(null, null, null, null), 100);
    }

    /** What Meta says later of the last message the customer got. */
    DeliveryStatus status(long contact, String state, int code) {
        GraphMessage last = graph.messagesTo(phone(contact)).getLast();
        return new DeliveryStatus(
                last.wamid(),
                state,
                clock.instant(),
                last.callbackData(),
                state.equals("failed") ? List.of(new Problem(code, null, "What Meta says of it.")) : List.of());
    }

    /** Sends what waits in the database, as the sweeper does. */
    void sweeps() {
        gateway.sender.offer(gateway.outbox.claim(100));
    }

    /** The newest message of the contact first. */
    List<SentMessage> messages(long contact) {
        return new SentMessages(database.jdbc()).to(contact, null, 100);
    }

    String why(long contact) {
        return gateway.why.of(messages(contact)).getFirst();
    }

    List<Notice> noticesOf(Notice.Kind kind) {
        return notices.open().stream().filter(notice -> notice.kind() == kind).toList();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (Gateway started : gateways) {
            started.close();
        }
        wire.close();
        graph.close();
    }

    /** One node. */
    final class Gateway implements AutoCloseable {

        final Node node = Node.join(database.dataSource());
        final Outbox outbox = new Outbox(database.jdbc(), node, clock);
        final OutboxWriter writer;
        final NumberLimits numbers =
                new NumberLimits(wire.getBean(WhatsAppChannels.class), clock, new TimeOf(clock), notices);
        final ManualAlarm alarm = new ManualAlarm(clock);
        final HeldTemplates held;
        final Sender sender;
        final Why why;
        final FailedMessages failed = new FailedMessages(database.jdbc(), clock);
        final Retries retries;

        Gateway() throws Exception {
            ReopenTemplate reopen = new ReopenTemplate(wire.getBean(Templates.class), reopenTemplate);
            FollowUps followUps = new FollowUps(database.jdbc(), clock, reopen, SendingRig.this::known);
            Statuses statuses = new Statuses(database.jdbc(), followUps);
            writer = new OutboxWriter(
                    new Marks(database.jdbc(), statuses, clock),
                    statuses,
                    followUps,
                    reached::put,
                    node,
                    database.transaction());
            held = new HeldTemplates(
                    database.jdbc(), database.transaction(), SendingRig.this::holds, notices, HELD_FOR, clock);
            sender = new Sender(
                    outbox,
                    writer,
                    wire.getBean(CloudApi.class),
                    numbers,
                    held,
                    clock,
                    alarm,
                    new SenderLimits(4000, 16, Duration.ofSeconds(15)));
            retries = new Retries(
                    failed,
                    SendingRig.this::known,
                    contact -> Optional.ofNullable(muted.get(contact)),
                    new SentAfterCommit(outbox, sender),
                    audit,
                    database.transaction(),
                    clock);
            why = new Why(numbers, notices, sender::nextTo, reopen, clock);
        }

        @Override
        public void close() throws Exception {
            sender.close();
            writer.close();
            numbers.close();
            node.close();
        }
    }

    /** The test's time, for what counts in nanoseconds. */
    private record TimeOf(SettableClock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
