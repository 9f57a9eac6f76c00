package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.message.Content;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final Waiting NOTHING = Session.idle("s").waiting();

    @Test
    void onlyANumberFromNoughtToTenWhereNoQuestionStandsMayBeARating() {
        assertThat(rates(" 10 ", NOTHING)).isTrue();
        assertThat(rates("0", new Waiting.MainMenu(1, 0))).isTrue();
        assertThat(rates("11", NOTHING)).isFalse();
        assertThat(rates("2 please", NOTHING)).isFalse();
        assertThat(rates("2", new Waiting.Question("how-many", 3, 0, 0, null))).isFalse();
        assertThat(rates("2", new Waiting.HandedOver(null))).isFalse();
    }

    private static boolean rates(String text, Waiting waiting) {
        return Surroundings.mayRate(new Content.Text(text), waiting);
    }
}
