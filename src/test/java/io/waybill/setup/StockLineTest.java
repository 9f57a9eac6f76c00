package io.waybill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.whatsapp.WhatsAppChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockLineTest {

    private static final WhatsAppChannel CHANNEL =
            new WhatsAppChannel("main", true, "1", "2", () -> "t", "s", "v", () -> "http://graph.test", "v25.0", 80);

    /** 003-14: the chosen rule is shown. */
    @Test
    void saysWhichRuleWasChosen() {
        assertThat(line(null, true))
                .returns(State.OK, Line::state)
                .returns(
                        "Stock is looked at at checkout and again before the order; nothing is held in between.",
                        Line::sentence);
        assertThat(line(30L, true))
                .returns(State.OK, Line::state)
                .returns("The ERP holds what is in a cart for 30 minutes from checkout on.", Line::sentence);
    }

    @Test
    void warnsOfARuleThatTheErpCannotKeep() {
        assertThat(line(30L, false)).returns(State.WARNING, Line::state);
        assertThat(line(null, false)).returns(State.OK, Line::state);
    }

    private static Line line(@Nullable Long minutes, boolean possible) {
        Lines lines = new Lines(CHANNEL);
        StockLine.tell(new StockRule.Held(minutes, possible), lines);
        assertThat(lines.all()).hasSize(1);
        return lines.all().getFirst();
    }
}
