package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.DeliveryStatus;
import io.waybill.message.Pricing;
import io.waybill.message.Reply;
import io.waybill.outbox.Costs.Count;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {

    private static final long AMINA = 1;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Pricing SERVICE = new Pricing("service", "regular", true, "KE");

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent delivered read",
                "read sent delivered",
                "sent sent delivered delivered",
                "delivered",
                "read"
            })
    void countsAMessageOnceWhateverStatusesCome(String states) {
        sends(AMINA);

        for (String state : states.split(" ")) {
            rig.gateway.writer.apply(List.of(priced(AMINA, state, SERVICE)));
        }

        assertThat(counts()).containsExactly(count("service", "KE", true, 1));
    }

    @Test
    void believesTheFirstStatusThatNamesAPriceWithinOneCallToo() {
        sends(AMINA);
        Pricing other = new Pricing("marketing", "regular", true, "TZ");
        DeliveryStatus sent = rig.status(AMINA, "sent", 0);
        rig.clock.pass(Duration.ofSeconds(1));

        rig.gateway.writer.apply(List.of(priced(AMINA, "read", other), sent, priced(AMINA, "delivered", SERVICE)));
        rig.gateway.writer.apply(List.of(priced(AMINA, "played", other)));

        assertThat(counts()).containsExactly(count("service", "KE", true, 1));
    }

    @Test
    void countsWhatCameBeforeTheMessageWasMarked() {
        DeliveryStatus early = new DeliveryStatus("wamid.early", "sent", rig.clock.instant(), null, List.of(), SERVICE);
        OutboxMessage message = rig.gateway
                .outbox
                .add(List.of(rig.draft(AMINA, new Reply.Text("One"))), 1)
                .getFirst();

        rig.gateway.writer.apply(List.of(early));
        rig.gateway.writer.write(new Mark.Sent(message, "wamid.early", rig.clock.instant()));

        rig.soon(() -> !counts().isEmpty());
        assertThat(counts()).containsExactly(count("service", "KE", true, 1));
    }

    /** 003-08: the total of a day is the number of messages whose statuses say they are billable. */
    @Test
    void totalOfADayIsTheNumberOfBillableMessages() {
        for (long contact = 1; contact <= 5; contact++) {
            sends(contact);
            Pricing pricing = contact < 3 ? new Pricing("service", "free_customer_service", false, "KE") : SERVICE;
            rig.gateway.writer.apply(List.of(priced(contact, "sent", pricing)));
            rig.gateway.writer.apply(List.of(priced(contact, "delivered", pricing)));
        }

        var view = new CostController(costs(ZoneOffset.UTC), rig.clock).costs(null, null);

        assertThat(view.from()).isEqualTo(DAY.withDayOfMonth(1));
        assertThat(view.days()).containsExactly(Map.entry("2026-11-21", new CostController.Total(5, 3)));
        assertThat(view.total()).isEqualTo(new CostController.Total(5, 3));
        assertThat(view.categories()).containsOnlyKeys("service");
        assertThat(view.countries()).containsOnlyKeys("KE");
    }

    @Test
    void daysBeginWhereTheStoreIs() {
        sends(AMINA);
        rig.clock.pass(Duration.ofHours(10));
        rig.gateway.writer.apply(List.of(priced(AMINA, "sent", SERVICE)));

        assertThat(costs(ZoneId.of("Africa/Nairobi")).between(DAY, DAY)).isEmpty();
        assertThat(costs(ZoneId.of("Africa/Nairobi")).between(DAY.plusDays(1), DAY.plusDays(1)))
                .extracting(Count::day)
                .containsExactly(DAY.plusDays(1));
    }

    private static void sends(long contact) {
        rig.says(contact, "One");
        rig.soon(() -> rig.received(contact).size() == 1);
    }

    private static DeliveryStatus priced(long contact, String state, Pricing pricing) {
        DeliveryStatus plain = rig.status(contact, state, 0);
        return new DeliveryStatus(
                plain.messageId(), state, plain.at(), plain.callbackData(), plain.problems(), pricing);
    }

    private static Count count(String category, String country, boolean billable, long messages) {
        return new Count(DAY, SendingRig.NUMBER, category, "regular", country, billable, messages);
    }

    private static List<Count> counts() {
        return costs(ZoneOffset.UTC).between(DAY, DAY);
    }

    private static Costs costs(ZoneId zone) {
        return new Costs(rig.database.jdbc(), () -> zone);
    }
}
