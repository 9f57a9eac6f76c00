package io.waybill.hook;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.SecretBox;
import io.waybill.database.TestDatabase;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notice;
import io.waybill.notice.Notices;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The hooks of a gateway with their real route, on a time that the test sets; nothing is sent until the test says so. */
final class HookRig implements AfterEachCallback {

    private static final HookEventType TYPE = HookEventType.ORDER_STATUS;

    final SettableClock clock = SettableClock.atNoon();
    final TestDatabase database = TestDatabase.migrated();
    /** As a gateway has: many deliveries at once would each open a connection of their own. */
    private final HikariDataSource connections = connections(database);

    final JdbcClient jdbc = JdbcClient.create(connections);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
    final HookBell bell = new HookBell();
    final HookEvents events = new HookEvents(jdbc, clock, bell);
    final SecretBox box = SecretBox.of("a key of thirty-two characters !");
    final Hooks hooks = new Hooks(jdbc, clock, box);
    final DeliveryLog log = new DeliveryLog(jdbc);
    final Replays replays = new Replays(jdbc, bell, clock);
    final Notices notices = new Notices(jdbc, new LiveEvents(), clock);
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final List<Gateway> gateways = new ArrayList<>();

    private static HikariDataSource connections(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** One more node on the same database; what it may call besides public addresses. */
    Gateway node(String... privateHosts) throws Exception {
        Gateway node = new Gateway(
                new HookProperties(false, Set.of(privateHosts), Duration.ofSeconds(5), Duration.ofSeconds(15)));
        gateways.add(node);
        return node;
    }

    Gateway node(HookProperties properties) throws Exception {
        Gateway node = new Gateway(properties);
        gateways.add(node);
        return node;
    }

    HookReceiver receiver() {
        HookReceiver receiver = new HookReceiver();
        toClose.add(receiver);
        return receiver;
    }

    /** A hook for what becomes of orders. */
    Hook hook(String url, WebhookSecret secret) {
        return hooks.add(new Hooks.Wanted(url, List.of(TYPE), null, true), secret, "ada")
                .orElseThrow();
    }

    Hook hook(HookReceiver receiver) {
        return hook(receiver.url(), WebhookSecret.random());
    }

    /** Something becomes of an order. */
    void happens(String order, String status) {
        publish(event(order, status));
    }

    HookEvent event(String order, String status) {
        return HookEvent.of(
                TYPE,
                order,
                7L,
                "310",
                clock.instant(),
                "{\"order\":\"%s\",\"status\":\"%s\"}".formatted(order, status));
    }

    void publish(HookEvent event) {
        transaction.executeWithoutResult(tx -> events.publish(event));
    }

    List<DeliveryLog.Logged> logged(Hook hook) {
        return log.of(hook.id(), null, null, 200);
    }

    List<String> noticed() {
        return notices.open().stream()
                .filter(notice -> notice.kind() == Notice.Kind.HOOK)
                .map(Notice::sentence)
                .toList();
    }

    Hook now(Hook hook) {
        return hooks.find(hook.id()).orElseThrow();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (Gateway gateway : gateways) {
            gateway.close();
        }
        for (AutoCloseable closing : toClose) {
            closing.close();
        }
        connections.close();
    }

    /** One node. */
    final class Gateway {

        final Node node;
        final Deliveries deliveries;
        final DeliveryMarks marks = new DeliveryMarks(jdbc);
        final HookHttp http;
        private final HookSender sender;
        private final BoundedCalls bounded;
        private final DefaultCamelContext camel = new DefaultCamelContext();

        Gateway(HookProperties properties) throws Exception {
            node = join();
            deliveries = new Deliveries(jdbc, transaction, node, clock, box);
            HookConfiguration configuration = new HookConfiguration();
            bounded = configuration.hookBoundedCalls(properties);
            camel.addComponent(
                    "hookHttp", configuration.hookHttp(properties, configuration.hookReceivers(properties), bounded));
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(camel).resolveResource("file:routes/60-hooks.camel.yaml"));
            camel.start();
            http = new HookHttp(camel, camel.createProducerTemplate());
            sender = new HookSender(deliveries, marks, http, new Failures(() -> 0), notices, bell, clock);
        }

        private Node join() throws SQLException {
            return Node.join(connections);
        }

        /** Begins to send what is due. */
        List<? extends Future<?>> begins() {
            return sender.sendDue();
        }

        /** Sends what is due, and what is due after that, without time passing. */
        void sends() throws Exception {
            List<? extends Future<?>> begun;
            do {
                begun = begins();
                for (Future<?> one : begun) {
                    one.get(60, TimeUnit.SECONDS);
                }
            } while (!begun.isEmpty());
        }

        /** Lets time pass, at most {@code longest}, and sends what becomes due. */
        void sendsUntil(BooleanSupplier so, Duration longest) throws Exception {
            Instant latest = clock.instant().plus(longest);
            sends();
            while (!so.getAsBoolean()) {
                if (clock.instant().isAfter(latest)) {
                    throw new AssertionError("It has not come to that in " + longest);
                }
                clock.pass(Duration.ofMinutes(5));
                sends();
            }
        }

        void close() throws Exception {
            sender.close();
            camel.close();
            bounded.close();
            node.close();
        }
    }
}
