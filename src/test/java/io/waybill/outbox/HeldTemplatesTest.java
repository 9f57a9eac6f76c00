package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Reply;
import io.waybill.notice.Notice;
import io.waybill.outbox.SentMessage.State;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Templates that Meta would refuse now: kept back, and sent once it would not. */
class HeldTemplatesTest {

    private static final String READY = "order_ready.en";
    private static final String PENDING = "Meta has not approved the template order_ready.en: it is PENDING.";

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @Test
    void keepsBackWhatCannotGoAndHoldsNothingElseUp() {
        rig.refused.put(READY, PENDING);

        ready(1);
        rig.says(1, "Anything else?");

        rig.soon(() -> rig.received(1).equals(List.of("Anything else?")));
        rig.soon(() -> newest(1, State.HELD));
        assertThat(why(1)).startsWith("It waits: " + PENDING).contains("given up at");
        assertThat(notices())
                .containsExactly("template-holds order_ready.en: Messages wait that need the template order_ready.en. "
                        + PENDING);
    }

    @Test
    void sendsItOnceItCanGoAndTellsStaffNoMore() throws Exception {
        rig.refused.put(READY, PENDING);
        ready(1);
        ready(2);
        rig.soon(() -> newest(1, State.HELD) && newest(2, State.HELD));
        rig.restarts();
        rig.sweeps();
        assertThat(rig.graph.messagesTo(SendingRig.phone(1))).isEmpty();

        rig.refused.clear();
        rig.gateway.held.look();
        rig.sweeps();

        rig.soon(() -> newest(1, State.SENT) && newest(2, State.SENT));
        assertThat(rig.received(1)).hasSize(1);
        assertThat(notices()).isEmpty();
    }

    @Test
    void saysTheReasonOfNow() {
        rig.refused.put(READY, PENDING);
        ready(1);
        rig.soon(() -> newest(1, State.HELD));

        String rejected = "Meta has not approved the template order_ready.en: it is REJECTED.";
        rig.refused.put(READY, rejected);
        rig.gateway.held.look();
        rig.gateway.held.look();

        assertThat(why(1)).startsWith("It waits: " + rejected);
        assertThat(rig.messages(1).getFirst().attempts())
                .extracting(tried -> tried.reason().advice())
                .containsExactly(PENDING, rejected);
        assertThat(notices()).singleElement().asString().endsWith(rejected);
    }

    @Test
    void givesUpWhatWaitsTooLong() {
        rig.refused.put(READY, PENDING);
        ready(1);
        rig.soon(() -> newest(1, State.HELD));

        rig.clock.pass(SendingRig.HELD_FOR.minusSeconds(1));
        rig.gateway.held.look();
        assertThat(newest(1, State.HELD)).isTrue();
        rig.clock.pass(Duration.ofSeconds(1));
        rig.gateway.held.look();

        assertThat(newest(1, State.DEAD)).isTrue();
        assertThat(why(1)).isEqualTo("It was not sent: It waited longer than waybill.templates.held-for. " + PENDING);
        assertThat(new SentMessages(rig.database.jdbc())
                        .undelivered(
                                rig.clock.instant().minusSeconds(60),
                                rig.clock.instant().plusSeconds(1),
                                10))
                .hasSize(1);
    }

    @Test
    void looksAtAllThatWaitHoweverMany() {
        rig.refused.put(READY, PENDING);
        rig.database
                .jdbc()
                .sql("""
                insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, state, waiting_for, error)
                select n, ?, 't', ?, ?::timestamptz + interval '1 day', ?::timestamptz, 'held', ?, ? from generate_series(1, 2500) n
                """)
                .params(
                        SendingRig.NUMBER,
                        template(1).payload(),
                        rig.clock.instant().toString(),
                        rig.clock.instant().toString(),
                        READY,
                        PENDING)
                .update();

        rig.refused.clear();
        rig.gateway.held.look();

        assertThat(rig.database
                        .jdbc()
                        .sql("select count(*) from outbox where state = 'queued' and waiting_for is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2500);
    }

    private void ready(long contact) {
        rig.gateway.sender.offer(rig.gateway.outbox.add(List.of(template(contact)), rig.gateway.sender.free()));
    }

    private static OutboxMessage.Draft template(long contact) {
        RenderResult.Messages rendered = (RenderResult.Messages) MessagePayload.render(
                new Reply.Template("order_ready", "en", List.of("SO-1"), List.of()),
                new Recipient(SendingRig.phone(contact), null),
                false,
                rig.templates());
        return new OutboxMessage.Draft(
                contact,
                SendingRig.NUMBER,
                "trace",
                rendered.messages().getFirst().json());
    }

    private static boolean newest(long contact, State state) {
        return rig.messages(contact).stream()
                .anyMatch(
                        message -> message.state() == state && message.payload().contains("order_ready"));
    }

    private static String why(long contact) {
        SentMessage message = rig.messages(contact).stream()
                .filter(sent -> sent.payload().contains("order_ready"))
                .findFirst()
                .orElseThrow();
        return rig.gateway.why.of(List.of(message)).getFirst();
    }

    private static List<String> notices() {
        return rig.notices.open().stream()
                .filter(notice -> notice.kind() == Notice.Kind.TEMPLATE_HOLDS)
                .map(notice -> "%s %s: %s".formatted(notice.kind(), notice.subject(), notice.sentence()))
                .toList();
    }
}
