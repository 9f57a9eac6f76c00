package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.GraphFault;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.Problem;
import io.waybill.message.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why did this customer not get this message? */
class WhyTest {

    private static final long AMINA = 1;

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @Test
    void followsAMessageUntilItIsRead() {
        rig.says(AMINA, "One");
        rig.soon(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.SENT);
        assertThat(rig.why(AMINA))
                .isEqualTo("WhatsApp has it since 2026-11-21T12:00:00Z and does not report it delivered:"
                        + " the phone may be off or without network.");
        assertThat(rig.messages(AMINA).getFirst().attempts()).isEmpty();

        rig.clock.pass(Duration.ofMinutes(1));
        rig.gateway.writer.apply(List.of(rig.status(AMINA, "delivered", 0)));
        assertThat(rig.why(AMINA)).startsWith("It was delivered at 2026-11-21T12:01:00Z;");

        rig.clock.pass(Duration.ofMinutes(1));
        rig.gateway.writer.apply(List.of(rig.status(AMINA, "read", 0)));
        assertThat(rig.why(AMINA)).isEqualTo("The customer read it at 2026-11-21T12:02:00Z.");
    }

    @Test
    void namesTheCodeAndWhatToDoWhenMetaRefusesItAtOnceOrLater() {
        rig.graph.refuses(SendingRig.phone(AMINA), 400, 131030);
        rig.says(AMINA, "One");
        rig.soon(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.DEAD);
        assertThat(rig.why(AMINA))
                .isEqualTo("It was not sent: A test number reaches only the recipients listed at Meta: add this one."
                        + " (Meta's code 131030: What Meta says of it.)");

        rig.says(2, "Two");
        rig.soon(() -> rig.received(2).size() == 1);
        rig.gateway.writer.apply(List.of(rig.status(2, "failed", 131026)));
        assertThat(rig.why(2))
                .isEqualTo("WhatsApp took it and could not deliver it:"
                        + " The person cannot get it: not on WhatsApp, an old app, or terms not accepted."
                        + " (Meta's code 131026: What Meta says of it.)");
    }

    @Test
    void saysWhenItIsTriedAgainAndWhatWasWrong() {
        rig.graph.refuses(SendingRig.phone(AMINA), 400, 131000);
        rig.says(AMINA, "One");
        rig.soon(() -> !rig.messages(AMINA).getFirst().attempts().isEmpty());

        assertThat(rig.why(AMINA))
                .isEqualTo("It is tried again at 2026-11-21T12:00:01Z: Something went wrong at Meta, or the message was"
                        + " malformed. (Meta's code 131000: What Meta says of it.)");
    }

    @Test
    void saysThatAStatusDecidesWhenNobodyKnowsWhetherItWasSent() {
        rig.graph.faults().times(1, GraphFault.ACCEPT_THEN_RESET, SendingRig.phone(AMINA));
        rig.says(AMINA, "One");
        rig.soon(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.AMBIGUOUS);

        assertThat(rig.why(AMINA))
                .isEqualTo("It may have been sent: WhatsApp did not answer."
                        + " A status decides until 2026-11-21T12:00:15Z, else it is sent again.");
    }

    @Test
    void saysThatItCameTooLate() {
        rig.gateway.outbox.addTooLate(List.of(rig.draft(AMINA, new Reply.Text("One"))));
        assertThat(rig.why(AMINA))
                .startsWith("It was not sent: The customer wrote more than 24 hours ago, so WhatsApp would refuse it.")
                .contains("(Meta's code 131047.)");
        assertThat(rig.graph.requests()).isEmpty();
    }

    @Test
    void listsWhatDidNotArriveInAPeriodTheNewestFirst() {
        rig.gateway.outbox.addTooLate(List.of(rig.draft(AMINA, new Reply.Text("Too late"))));
        rig.clock.pass(Duration.ofHours(1));
        rig.says(2, "Refused later", "Arrived");
        rig.soon(() -> rig.received(2).size() == 2);
        rig.gateway.writer.apply(List.of(rig.status(2, "delivered", 0)));
        SentMessages messages = new SentMessages(rig.database.jdbc());
        long refused = messages.to(2, null, 10).getLast().id();
        rig.gateway.writer.apply(List.of(new DeliveryStatus(
                "wamid.any", "failed", rig.clock.instant(), "2." + refused, List.of(new Problem(131026, null, null)))));

        assertThat(messages.undelivered(
                        rig.clock.instant().minus(Duration.ofDays(1)),
                        rig.clock.instant().plusSeconds(1),
                        10))
                .extracting(SentMessage::contactId)
                .containsExactly(2L, AMINA);
        assertThat(messages.undelivered(
                        rig.clock.instant().minusSeconds(1), rig.clock.instant().plusSeconds(1), 10))
                .extracting(SentMessage::id)
                .containsExactly(refused);
        assertThat(messages.undelivered(
                        rig.clock.instant().plusSeconds(1), rig.clock.instant().plusSeconds(2), 10))
                .isEmpty();
    }

    @Test
    void givesTheMessagesOfAContactPageByPage() {
        rig.says(AMINA, "One", "Two", "Three");
        rig.soon(() -> rig.received(AMINA).size() == 3);
        SentMessages messages = new SentMessages(rig.database.jdbc());
        List<SentMessage> newest = messages.to(AMINA, null, 2);

        assertThat(newest).extracting(SentMessage::payload).first().asString().contains("Three");
        assertThat(messages.to(AMINA, newest.getLast().id(), 2))
                .singleElement()
                .extracting(SentMessage::payload)
                .asString()
                .contains("One");
    }
}
