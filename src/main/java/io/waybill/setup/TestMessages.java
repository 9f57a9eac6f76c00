package io.waybill.setup;

import io.waybill.inbox.Contact;
import io.waybill.inbox.Contacts;
import io.waybill.message.Reply;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Posting;
import io.waybill.outbox.Recipients;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends messages the way all go, to see whether one arrives. */
final class TestMessages {

    private static final int CODE_LENGTH = 6;
    /** An answer is later by our own clock: Meta's knows whole seconds only. */
    private static final String TESTS = """
            select t.contact_id, t.id, t.code, t.asked_at, o.state = 'dead' or o.delivery = 'failed' as failed,
                coalesce(o.delivered_at, o.read_at, (
                    select min(i.received_at) from inbox i where i.contact_id = t.contact_id and i.received_at > o.sent_at)) as arrived_at
            from test_message t join outbox o using (contact_id, id)
            where o.phone_number_id = ?
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Contacts contacts;
    private final Recipients recipients;
    private final Posting posting;
    private final Templates templates;
    private final Supplier<String> traces;
    private final Clock clock;

    TestMessages(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            Recipients recipients,
            Posting posting,
            Templates templates,
            Supplier<String> traces,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contacts = contacts;
        this.recipients = recipients;
        this.posting = posting;
        this.templates = templates;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * @param message the name that the outbox has for it
     * @param arrivedAt when WhatsApp reported it on the phone, or its owner wrote; null: not yet
     * @param failed it never will
     */
    record TestMessage(
            String message,
            String code,
            Instant askedAt,
            @Nullable Instant arrivedAt,
            boolean failed) {}

    /**
     * A text, where the person wrote within 24 hours, else the template, which must have no parameters.
     *
     * @param phone E.164 with plus
     */
    TestMessage send(WhatsAppChannel channel, String phone, Reply.Template template, String by) {
        String trace = traces.get();
        String code = trace.substring(0, CODE_LENGTH);
        transaction.executeWithoutResult(tx -> {
            OutboxMessage.Draft draft = draft(channel, phone, template, code, trace);
            posting.add(List.of(draft));
            remember(draft, code, by);
        });
        return last(channel.phoneNumberId()).orElseThrow();
    }

    private OutboxMessage.Draft draft(
            WhatsAppChannel channel, String phone, Reply.Template template, String code, String trace) {
        Contact contact = contacts.at(channel.phoneNumberId(), phone);
        Instant wrote = recipients.hold(List.of(contact.id())).getFirst().lastMessageAt();
        boolean open = CustomerServiceWindow.open(wrote, clock.instant());
        Reply reply = open
                ? new Reply.Text("Waybill test %s: this number is connected. No answer is needed.".formatted(code))
                : template;
        RenderResult.Messages rendered =
                (RenderResult.Messages) MessagePayload.render(reply, new Recipient(phone, null), open, templates);
        return new OutboxMessage.Draft(
                contact.id(),
                channel.phoneNumberId(),
                trace,
                rendered.messages().getFirst().json());
    }

    private void remember(OutboxMessage.Draft draft, String code, String by) {
        jdbc.sql("""
                        insert into test_message (contact_id, id, code, asked_at, asked_by)
                        select contact_id, id, ?, ?, ? from outbox where contact_id = ? and trace = ?
                        """)
                .params(code, Timestamp.from(clock.instant()), by, draft.contactId(), draft.trace())
                .update();
    }

    /** The one that was asked for last. */
    Optional<TestMessage> last(String phoneNumberId) {
        return jdbc.sql(TESTS + "order by t.asked_at desc limit 1")
                .param(phoneNumberId)
                .query(TestMessages::read)
                .optional();
    }

    /** When one last arrived. */
    Optional<Instant> lastArrived(String phoneNumberId) {
        return jdbc.sql("select max(arrived_at) as arrived_at from (" + TESTS + ") tests")
                .param(phoneNumberId)
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("arrived_at")).map(Timestamp::toInstant))
                .single();
    }

    /** Whether anything ever went out. */
    boolean sentAny(String phoneNumberId) {
        return jdbc.sql("select exists (select 1 from outbox where phone_number_id = ? and sent_at is not null)")
                .param(phoneNumberId)
                .query(Boolean.class)
                .single();
    }

    private static TestMessage read(ResultSet row, int n) throws SQLException {
        Timestamp arrived = row.getTimestamp("arrived_at");
        return new TestMessage(
                row.getLong("contact_id") + "." + row.getLong("id"),
                row.getString("code"),
                row.getTimestamp("asked_at").toInstant(),
                arrived == null ? null : arrived.toInstant(),
                row.getBoolean("failed"));
    }
}
