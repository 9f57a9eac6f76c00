package io.waybill.numbers;

import static io.waybill.numbers.Kept.JULY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/**
 * July in Nairobi; seconds of each wait:
 *
 * <pre>
 *         bot     human     nobody
 * Amina   2, 10
 * Brian   4       600, 60
 * Chao    20
 * Dan     10
 * Femi                      1
 * Gita                      1  (the answer comes after four days)
 * Hana    6                 1  (handed over, and nobody came)
 *
 * bot     2 4 6 10 10 20    median (6 + 10) / 2 = 8     p90 10 + 0.5 x (20 - 10) = 15
 * first   2 4 6 10 20       median 6                    p90 10 + 0.6 x (20 - 10) = 16
 * human   60 600            median 330                  p90 60 + 0.9 x 540 = 546
 * first   600               median 600                  p90 600
 * </pre>
 */
class ResponsesTest {

    private static final Instant TEN = Instant.parse("2026-07-02T10:00:00Z");

    private final Kept kept = new Kept();

    /** 003-21: first response and median of bot and people as computed by hand above. */
    @Test
    void measuresFromTheFirstMessageThatNobodyAnsweredYet() {
        aminaChatsWithTheBot();
        brianIsHandedOver();
        long chao = kept.customer();
        kept.writes(chao, TEN);
        kept.botSends(kept.customerMergedInto(chao), TEN.plusSeconds(20));
        bordersOfThePeriod();
        unanswered();

        assertThat(new Responses(kept.jdbc).of(JULY, "").rows())
                .asInstanceOf(InstanceOfAssertFactories.list(Responses.Row.class))
                .containsExactly(
                        new Responses.Row("bot", 6, 8.0, 15.0, 5, 6.0, 16.0),
                        new Responses.Row("human", 2, 330.0, 546.0, 1, 600.0, 600.0),
                        new Responses.Row("nobody", 3, null, null, 3, null, null));
    }

    private void aminaChatsWithTheBot() {
        long amina = kept.customer();
        kept.writes(amina, TEN);
        kept.botSends(amina, TEN.plusSeconds(2));
        kept.writes(amina, TEN.plusSeconds(60));
        kept.writes(amina, TEN.plusSeconds(65));
        kept.botSends(amina, TEN.plusSeconds(70));
        kept.botSends(amina, TEN.plusSeconds(71));
        // No answer is due to a reaction, and news of an order is none.
        kept.reacts(amina, TEN.plusSeconds(120));
        kept.botSends(amina, TEN.plusSeconds(180));
    }

    private void brianIsHandedOver() {
        long brian = kept.customer();
        kept.writes(brian, TEN);
        kept.handsOver(brian, TEN.plusSeconds(3));
        kept.botSends(brian, TEN.plusSeconds(4));
        kept.writes(brian, TEN.plusSeconds(300));
        kept.staffWrites(brian, TEN.plusSeconds(603));
        kept.writes(brian, TEN.plusSeconds(1000));
        kept.staffSends(brian, TEN.plusSeconds(1060));
    }

    /** A wait belongs to the period it begins in. */
    private void bordersOfThePeriod() {
        long dan = kept.customer();
        kept.writes(dan, Kept.LAST);
        kept.botSends(dan, Kept.LAST.plusSeconds(10));
        kept.writes(dan, Kept.AFTER.plusSeconds(30));
        kept.botSends(dan, Kept.AFTER.plusSeconds(31));
        long eve = kept.customer();
        kept.writes(eve, Kept.BEFORE);
        kept.writes(eve, Kept.FIRST);
        kept.botSends(eve, Kept.FIRST.plusSeconds(2));
    }

    private void unanswered() {
        kept.writes(kept.customer(), TEN);
        long gita = kept.customer();
        kept.writes(gita, TEN);
        kept.botSends(gita, TEN.plus(Duration.ofDays(4)));
        long hana = kept.customer();
        kept.writes(hana, TEN);
        kept.handsOver(hana, TEN.plusSeconds(5));
        kept.botSends(hana, TEN.plusSeconds(6));
    }
}
