package io.waybill.outbox;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.access.Audit;
import io.waybill.attention.AttentionCategory;
import io.waybill.database.AgedRows;
import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.Node;
import io.waybill.database.PersonalRows;
import io.waybill.notice.Notices;
import io.waybill.store.Store;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SenderLimits.class, HeldFor.class})
class OutboxConfiguration {

    /** A status that came before its message, or is of one that Waybill has not sent: found by Meta's id, as long as the message has it. */
    @Bean
    @Order(0)
    KeptOfPeople earlyStatusesOfPeople(JdbcClient jdbc) {
        String theirs = """
                wamid in (select wamid from inbox where contact_id = any(:contacts)
                          union all select wamid from outbox where contact_id = any(:contacts) and wamid is not null)
                """;
        return new PersonalRows(
                jdbc,
                "early_status",
                "select wamid, state, at from early_status where %s order by at".formatted(theirs),
                "delete from early_status where " + theirs);
    }

    /** What has not gone out does not any more. Each gets a name of its own, so that a late status does not bring Meta's back. */
    @Bean
    KeptOfPeople sentMessagesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "outbox",
                "select id, wamid, created_at, sent_at, delivered_at, read_at, payload, error from outbox where contact_id = any(:contacts) order by id",
                """
                update outbox
                set payload = '{"recipient":"erased","type":"text","text":{"body":""}}', error = null, waiting_for = null,
                    wamid = 'erased-' || md5(coalesce(wamid, contact_id || '.' || id)),
                    state = case when state in ('queued', 'ambiguous', 'held') then 'dead' else state end
                where contact_id = any(:contacts)
                """);
    }

    /** Those that went out, or never will: not what a person has to see to, nor a test, which says that the number works. */
    @Bean
    KeptForAWhile oldSentMessages(JdbcClient jdbc) {
        return new AgedRows(jdbc, "outbox", "contact_id, id", "created_at", """
                t.state in ('sent', 'dead')
                and not exists (select 1 from outbox_attempt a where a.contact_id = t.contact_id and a.id = t.id
                    and a.outcome in ('dead', 'failed-status') and a.settled_at is null)
                and not exists (select 1 from test_message m where m.contact_id = t.contact_id and m.id = t.id)
                """);
    }

    /** Why messages did not arrive, once somebody has seen to it. */
    @Bean
    KeptForAWhile oldAttempts(JdbcClient jdbc) {
        return new AgedRows(
                jdbc,
                "outbox_attempt",
                "contact_id, id, n",
                "at",
                "(t.settled_at is not null or t.outcome not in ('dead', 'failed-status'))");
    }

    @Bean
    KeptOfPeople attemptsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "outbox_attempt",
                "select id, at, outcome, code, details, advice from outbox_attempt where contact_id = any(:contacts) order by id, n",
                """
                update outbox_attempt set details = null, settled_why = null
                where contact_id = any(:contacts) and (details is not null or settled_why is not null)
                """);
    }

    @Bean
    EarlyStatuses earlyStatuses(JdbcClient jdbc, Clock clock) {
        return new EarlyStatuses(jdbc, clock);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Node node, Clock clock) {
        return new Outbox(jdbc, node, clock);
    }

    @Bean
    OutboxWriter outboxWriter(
            JdbcClient jdbc,
            ReopenTemplate reopen,
            Recipients recipients,
            KnownNumbers numbers,
            Node node,
            TransactionTemplate transaction,
            Clock clock) {
        FollowUps followUps = new FollowUps(jdbc, clock, reopen, recipients);
        Statuses statuses = new Statuses(jdbc, followUps);
        return new OutboxWriter(new Marks(jdbc, statuses, clock), statuses, followUps, numbers, node, transaction);
    }

    @Bean
    NumberLimits numberLimits(WhatsAppChannels channels, Clock clock, Notices notices, MeterRegistry meters) {
        NumberLimits limits = new NumberLimits(channels, clock, TimeMeter.SYSTEM_NANOTIME, notices);
        channels.all()
                .forEach(channel -> Gauge.builder(
                                "waybill.outbox.stopped", () -> limits.stopped(channel.phoneNumberId()) ? 1 : 0)
                        .description("1 while nothing goes out until somebody sets the WhatsApp account or token right")
                        .tag("number", channel.name())
                        .register(meters));
        return limits;
    }

    @Bean
    NumberPaces numberPaces(JdbcClient jdbc, NumberLimits limits, Clock clock) {
        return new NumberPaces(jdbc, limits, clock);
    }

    @Bean
    HeldTemplates heldTemplates(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TemplateGate gate,
            Notices notices,
            HeldFor heldFor,
            Clock clock) {
        return new HeldTemplates(jdbc, transaction, gate, notices, heldFor.usable(), clock);
    }

    @Bean
    Sender sender(
            Outbox outbox,
            OutboxWriter writer,
            CloudApi api,
            NumberLimits numbers,
            HeldTemplates held,
            Clock clock,
            SenderLimits limits) {
        return new Sender(outbox, writer, api, numbers, held, clock, Alarm.named("sender"), limits.usable());
    }

    @Bean
    Posting posting(Outbox outbox, Sender sender) {
        return new SentAfterCommit(outbox, sender);
    }

    @Bean
    SenderStop senderStop(Sender sender) {
        return new SenderStop(sender);
    }

    @Bean
    SentMessages sentMessages(JdbcClient jdbc) {
        return new SentMessages(jdbc);
    }

    @Bean
    @Order(60)
    AttentionCategory heldMessages(JdbcClient jdbc) {
        return HeldMessages.category(jdbc);
    }

    @Bean
    @Order(65)
    AttentionCategory failedMessagesCategory(JdbcClient jdbc) {
        return FailedMessages.category(jdbc);
    }

    @Bean
    StatusTargets statusTargets(JdbcClient jdbc) {
        return new StatusTargets(jdbc);
    }

    @Bean
    FailedMessages failedMessages(JdbcClient jdbc, Clock clock) {
        return new FailedMessages(jdbc, clock);
    }

    @Bean
    Retries retries(
            FailedMessages failed,
            Recipients recipients,
            RetryHold holds,
            Posting posting,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        return new Retries(failed, recipients, holds, posting, audit, transaction, clock);
    }

    @Bean
    Costs costs(JdbcClient jdbc, Store store) {
        return new Costs(jdbc, store::zone);
    }

    @Bean
    SentThread sentThread(SentMessages messages, Why why) {
        return new SentThread(messages, why);
    }

    @Bean
    Why why(NumberLimits numbers, Notices notices, Sender sender, ReopenTemplate reopen, Clock clock) {
        return new Why(numbers, notices, sender::nextTo, reopen, clock);
    }
}
