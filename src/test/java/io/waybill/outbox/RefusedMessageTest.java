package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.GraphMessage;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in the place of a message that Meta does not take. */
class RefusedMessageTest {

    private static final String TEMPLATE = "conversation_reopen";
    private static final int WINDOW_CLOSED = 131047;
    private static final long AMINA = 1;

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @BeforeEach
    void begin() throws Exception {
        rig.reopensWith(TEMPLATE);
        rig.writes(AMINA);
        rig.clock.pass(Duration.ofHours(25));
    }

    @Test
    void asksTheCustomerToWriteAgainOnceHoweverOftenMetaSaysSo() {
        rig.says(AMINA, "One", "Two");
        rig.soon(() -> rig.received(AMINA).size() == 2);
        DeliveryStatus failed = rig.status(AMINA, "failed", WINDOW_CLOSED);

        rig.gateway.writer.apply(List.of(failed, failed));
        rig.gateway.writer.apply(List.of(failed));
        rig.sweeps();
        rig.soon(() -> rig.received(AMINA).size() == 3);
        rig.says(AMINA, "Three");
        rig.soon(() -> rig.received(AMINA).size() == 4);
        rig.gateway.writer.apply(List.of(rig.status(AMINA, "failed", WINDOW_CLOSED)));
        rig.sweeps();

        assertThat(rig.received(AMINA)).containsExactly("One", "Two", TEMPLATE + " ", "Three");
        GraphMessage template = rig.graph.messagesTo(SendingRig.phone(AMINA)).get(2);
        assertThat(template.json().at("/template/language/code").asText()).isEqualTo("fr");
        assertThat(template.options()).extracting(GraphMessage.Option::id).containsExactly("go-on");
        assertThat(rig.why(AMINA)).contains("(Meta's code 131047").contains("is asked to write again once");
    }

    @Test
    void asksOnceWhenTwoNodesHearOfItAndAfterARestart() throws Exception {
        SendingRig.Gateway other = rig.starts();
        rig.says(AMINA, "One");
        rig.soon(() -> rig.received(AMINA).size() == 1);
        DeliveryStatus failed = rig.status(AMINA, "failed", WINDOW_CLOSED);

        rig.gateway.writer.apply(List.of(failed));
        other.writer.apply(List.of(failed));
        rig.restarts();
        rig.gateway.writer.apply(List.of(failed));
        rig.sweeps();
        rig.until(() -> rig.received(AMINA).size() == 2);

        rig.says(AMINA, "Two");
        rig.soon(() -> rig.received(AMINA).size() == 3);
        assertThat(rig.received(AMINA)).containsExactly("One", TEMPLATE + " ", "Two");
        assertThat(rig.messages(AMINA)).hasSize(3);
    }

    @Test
    void asksAgainOnceTheCustomerHasWrittenInBetween() {
        rig.graph.refuses(SendingRig.phone(AMINA), 400, WINDOW_CLOSED);
        rig.says(AMINA, "One");
        rig.soon(() -> rig.messages(AMINA).size() == 2);
        rig.graph.takesAgain(SendingRig.phone(AMINA));
        rig.clock.pass(Duration.ofMinutes(1));
        rig.writes(AMINA);
        rig.clock.pass(Duration.ofHours(25));
        rig.says(AMINA, "Two");
        rig.soon(() -> rig.received(AMINA).contains("Two"));

        rig.gateway.writer.apply(List.of(rig.status(AMINA, "failed", WINDOW_CLOSED)));

        assertThat(rig.messages(AMINA))
                .filteredOn(message -> message.follows() != null)
                .hasSize(2);
    }

    @Test
    void asksNobodyWhoHasWrittenSinceTheMessage() {
        rig.says(AMINA, "One");
        rig.soon(() -> rig.received(AMINA).size() == 1);
        DeliveryStatus failed = rig.status(AMINA, "failed", WINDOW_CLOSED);
        rig.clock.pass(Duration.ofMinutes(1));
        rig.writes(AMINA);

        rig.gateway.writer.apply(List.of(failed));

        assertThat(rig.messages(AMINA)).hasSize(1);
    }

    @Test
    void asksNobodyWhomATemplateDoesNotReachEither() {
        rig.says(AMINA, "One");
        rig.soon(() -> rig.received(AMINA).size() == 1);
        rig.gateway.writer.apply(List.of(rig.status(AMINA, "failed", WINDOW_CLOSED)));
        rig.sweeps();
        rig.soon(() -> rig.received(AMINA).size() == 2);

        rig.gateway.writer.apply(List.of(rig.status(AMINA, "failed", WINDOW_CLOSED)));

        assertThat(rig.messages(AMINA)).hasSize(2);
    }

    @Test
    void sendsNothingWithoutATemplateAndSaysSo() throws Exception {
        rig.reopensWith(null);
        rig.graph.refuses(SendingRig.phone(AMINA), 400, WINDOW_CLOSED);

        rig.says(AMINA, "One");
        rig.soon(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.DEAD);

        assertThat(rig.messages(AMINA)).hasSize(1);
        assertThat(rig.why(AMINA))
                .isEqualTo(
                        "It was not sent: More than 24 hours since the customer wrote: only a template can be sent."
                                + " (Meta's code 131047: What Meta says of it.)"
                                + " The customer is not asked to write again, since waybill.whatsapp.reopen-template is not set.");
    }

    @ParameterizedTest
    @ValueSource(ints = {131053, 131052, 100})
    void aFileThatMetaRefusesLeavesItsWordsInItsPlace(int code) {
        rig.graph.refusesFiles(SendingRig.phone(AMINA), code);
        rig.gateway.sender.offer(rig.gateway.outbox.add(
                List.of(
                        rig.draft(AMINA, new Reply.Image("https://shop.example/1.jpg", "Gas 12 kg")),
                        rig.draft(AMINA, new Reply.Text("How many?"))),
                10));

        rig.soon(() -> rig.received(AMINA).size() == 2);

        assertThat(rig.received(AMINA)).containsExactly("Gas 12 kg", "How many?");
        assertThat(rig.graph.messagesTo(SendingRig.phone(AMINA)))
                .extracting(GraphMessage::type)
                .containsExactly("text", "text");
    }

    @Test
    void aFileThatCannotBeFetchedLaterLeavesItsWordsOnce() {
        rig.says(AMINA, new Reply.Document("https://shop.example/1.pdf", "1.pdf", "Your receipt"));
        rig.soon(() -> rig.received(AMINA).size() == 1);
        DeliveryStatus failed = rig.status(AMINA, "failed", 131053);

        rig.gateway.writer.apply(List.of(failed));
        rig.gateway.writer.apply(List.of(failed));
        rig.sweeps();
        rig.soon(() -> rig.received(AMINA).size() == 2);

        assertThat(rig.messages(AMINA)).hasSize(2);
        SentMessage document = rig.messages(AMINA).getLast();
        assertThat(rig.gateway.why.of(List.of(document)).getFirst())
                .startsWith("WhatsApp took it and could not deliver it: Meta could not fetch the file")
                .endsWith("In its place 1.%d was sent."
                        .formatted(rig.messages(AMINA).getFirst().id()));
    }

    @Test
    void aFileWithoutWordsIsJustDead() {
        rig.graph.refusesFiles(SendingRig.phone(AMINA), 131053);

        rig.says(AMINA, new Reply.Image("https://shop.example/1.jpg", null));
        rig.says(AMINA, "How many?");
        rig.soon(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.SENT);

        assertThat(rig.messages(AMINA))
                .extracting(SentMessage::state)
                .containsExactly(SentMessage.State.SENT, SentMessage.State.DEAD);
    }

    @Test
    void theWordsOfAFileGoFirstAfterARestartToo() throws Exception {
        rig.gateway.outbox.add(
                List.of(
                        rig.draft(AMINA, new Reply.Image("https://shop.example/1.jpg", "Gas 12 kg")),
                        rig.draft(AMINA, new Reply.Text("How many?"))),
                0);
        OutboxMessage image = rig.gateway.outbox.claim(10).getFirst();
        rig.gateway.writer.bury(new Mark.Dead(image, new Reason(131053, null, "Meta could not fetch the file.")));

        rig.restarts();
        rig.sweeps();
        rig.until(() -> rig.received(AMINA).size() == 2);

        assertThat(rig.received(AMINA)).containsExactly("Gas 12 kg", "How many?");
    }
}
