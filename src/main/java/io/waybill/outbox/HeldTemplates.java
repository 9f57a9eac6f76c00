package io.waybill.outbox;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.outbox.TemplateGate.Hold;
import io.waybill.whatsapp.TemplateMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps back the templates that Meta would refuse now, sends them once it would not, and gives up what has waited too long. What is
 * kept back holds no other message of its customer up.
 */
public class HeldTemplates {

    private static final Logger log = LoggerFactory.getLogger(HeldTemplates.class);
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TemplateGate gate;
    private final Notices notices;
    private final Duration heldFor;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    HeldTemplates(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TemplateGate gate,
            Notices notices,
            Duration heldFor,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.gate = gate;
        this.notices = notices;
        this.heldFor = heldFor;
        this.clock = clock;
    }

    /** What becomes of {@code message} where it cannot go now; empty: it can. Staff are told. */
    Optional<Mark> keepsBack(OutboxMessage message) {
        return TemplateMessage.in(message.payload())
                .flatMap(template -> gate.holds(message.phoneNumberId(), template))
                .map(hold -> {
                    tell(hold);
                    return new Mark.Waits(message, clock.instant().plus(heldFor), hold);
                });
    }

    private void tell(Hold hold) {
        notices.raise(
                Kind.TEMPLATE_HOLDS,
                hold.template(),
                "Messages wait that need the template %s. %s".formatted(hold.template(), hold.reason()),
                "/templates/" + hold.template().substring(0, hold.template().lastIndexOf('.')));
    }

    /** Templates may be other ones now; returns at once. */
    public void lookSoon() {
        Thread.ofVirtual().name("held-templates").start(this::look);
    }

    /** Another node may have heard of the change, and time passes. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        one.lock();
        try {
            giveUp(clock.instant());
            for (String template : waitedFor()) {
                look(template);
            }
        } catch (RuntimeException e) {
            log.error("Looking at the messages that wait for a template failed; next try in a minute.", e);
        } finally {
            one.unlock();
        }
    }

    private void look(String template) {
        List<Waiting> page = waiting(template, 0);
        while (!page.isEmpty()) {
            look(template, page);
            page = waiting(template, page.getLast().id());
        }
        if (!waitedFor().contains(template)) {
            notices.end(Kind.TEMPLATE_HOLDS, template);
        }
    }

    private void look(String template, List<Waiting> waiting) {
        List<Waiting> free = new ArrayList<>();
        List<Waiting> still = new ArrayList<>();
        Map<Waiting.Question, Optional<Hold>> answers = new HashMap<>();
        for (Waiting message : waiting) {
            Optional<Hold> hold = answers.computeIfAbsent(
                    message.question(), question -> gate.holds(question.phoneNumberId(), question.message()));
            if (hold.isEmpty()) {
                free.add(message);
            } else if (!hold.get().reason().equals(message.reason())) {
                still.add(message.because(hold.get().reason()));
            }
        }
        transaction.executeWithoutResult(tx -> {
            release(free);
            renew(still);
        });
        still.stream().findFirst().ifPresent(message -> tell(new Hold(template, message.reason())));
    }

    private List<String> waitedFor() {
        return jdbc.sql("select distinct waiting_for from outbox where state = 'held'")
                .query(String.class)
                .list();
    }

    private List<Waiting> waiting(String template, long after) {
        return jdbc.sql("""
                        select contact_id, id, phone_number_id, payload, error from outbox
                        where state = 'held' and waiting_for = ? and id > ? order by id limit ?
                        """)
                .params(template, after, AT_ONCE)
                .query((row, n) -> new Waiting(
                        row.getLong("contact_id"),
                        row.getLong("id"),
                        new Waiting.Question(
                                row.getString("phone_number_id"),
                                TemplateMessage.in(row.getString("payload")).orElseThrow()),
                        row.getString("error")))
                .list();
    }

    /** The sweeper finds them, here or on another node. */
    private void release(List<Waiting> messages) {
        jdbc.sql("""
                        update outbox o set state = 'queued', waiting_for = null, error = null, next_attempt_at = to_timestamp(?)
                        from unnest(?::bigint[], ?::bigint[]) as f (contact_id, id)
                        where o.contact_id = f.contact_id and o.id = f.id and o.state = 'held'
                        """)
                .param(Columns.seconds(clock.instant()))
                .param(Columns.longs(messages, Waiting::contactId))
                .param(Columns.longs(messages, Waiting::id))
                .update();
    }

    private void renew(List<Waiting> messages) {
        jdbc.sql("""
                        with renewed as (
                            update outbox o set error = s.reason
                            from unnest(?::bigint[], ?::bigint[], ?::text[]) as s (contact_id, id, reason)
                            where o.contact_id = s.contact_id and o.id = s.id and o.state = 'held'
                            returning o.contact_id, o.id, o.error
                        )
                        insert into outbox_attempt (contact_id, id, at, outcome, advice)
                        select contact_id, id, to_timestamp(?), 'held', error from renewed
                        """)
                .param(Columns.longs(messages, Waiting::contactId))
                .param(Columns.longs(messages, Waiting::id))
                .param(Columns.texts(messages, Waiting::reason))
                .param(Columns.seconds(clock.instant()))
                .update();
    }

    private void giveUp(Instant now) {
        int gone =
                jdbc.sql("""
                        with dead as (
                            update outbox
                            set state = 'dead', waiting_for = null, error = 'It waited longer than waybill.templates.held-for. ' || error
                            where state = 'held' and next_attempt_at <= to_timestamp(?)
                            returning contact_id, id, error
                        )
                        insert into outbox_attempt (contact_id, id, at, outcome, advice)
                        select contact_id, id, to_timestamp(?), 'dead', error from dead
                        """).params(Columns.seconds(now), Columns.seconds(now)).update();
        if (gone > 0) {
            log.warn("{} messages are given up, which waited for their template too long.", gone);
            notices.raise(
                    Kind.UNDELIVERED,
                    "templates",
                    "%d messages were given up, whose template could not go for longer than waybill.templates.held-for."
                            .formatted(gone),
                    "/templates");
        }
    }

    /** @param reason as it was said last */
    private record Waiting(long contactId, long id, Question question, String reason) {

        Waiting because(String now) {
            return new Waiting(contactId, id, question, now);
        }

        /** Many ask the same. */
        private record Question(String phoneNumberId, TemplateMessage message) {}
    }
}
