package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.conversation.DeskNews.Meaning;
import io.waybill.expression.Json;
import io.waybill.flow.Cart;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.message.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a message means to the people at the desk. */
class DeskNewsTest {

    private static final Session FREE = stands(new Waiting.Idle(), null);
    private static final Session ASKED = stands(new Waiting.MainMenu(1, 0), null);
    private static final Session HELD = stands(new Waiting.HandedOver(null), null);
    private static final Session RENEWS = stands(new Waiting.MainMenu(2, 0), HELD);

    @Test
    void aCustomerWaitsForAPersonUntilAPersonOrTheBotAnswers() {
        assertThat(heard(HELD, HELD)).isEqualTo(Meaning.WAITS);
        assertThat(DeskNews.heard(new Content.StaffMessage("text", "Hello"), HELD, HELD))
                .isEqualTo(Meaning.ANSWERED);
        assertThat(heard(HELD, ASKED)).isEqualTo(Meaning.SERVED);
        assertThat(heard(FREE, ASKED)).isEqualTo(Meaning.SERVED);
        assertThat(heard(ASKED, ASKED)).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void whoRenewsBesideTheWaitForAPersonStillWaits() {
        assertThat(heard(HELD, RENEWS)).as("the tap on Renew").isEqualTo(Meaning.NOTHING);
        assertThat(heard(RENEWS, RENEWS)).isEqualTo(Meaning.NOTHING);
        assertThat(heard(RENEWS, HELD)).as("it is ordered").isEqualTo(Meaning.NOTHING);
        assertThat(heard(RENEWS, ASKED)).as("they left for the menu").isEqualTo(Meaning.SERVED);
    }

    private static Meaning heard(Session before, Session after) {
        return DeskNews.heard(new Content.Text("Renew"), before, after);
    }

    private static Session stands(Waiting waiting, @Nullable Session beside) {
        return new Session(
                "s",
                1,
                null,
                waiting,
                Json.object(),
                Cart.empty(),
                Session.idle("s").start(),
                0,
                null,
                null,
                null,
                null,
                beside);
    }
}
