package io.waybill.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.webhook.WebhookVerification.Answer;
import org.junit.jupiter.api.Test;

class WebhookVerificationTest {

    private final WebhookVerification verification = new WebhookVerification("our-word");

    @Test
    void returnsTheChallengeAsItCame() {
        assertThat(verification.check("subscribe", "our-word", " 11\u00e9 "))
                .isEqualTo(new Answer.Accepted(" 11\u00e9 "));
    }

    @Test
    void refusesAnotherTokenOrMode() {
        assertThat(verification.check("subscribe", "their-word", "1")).isInstanceOf(Answer.Refused.class);
        assertThat(verification.check("unsubscribe", "our-word", "1")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void isIncompleteWithoutAllThree() {
        assertThat(verification.check(null, "our-word", "1")).isInstanceOf(Answer.Incomplete.class);
        assertThat(verification.check("subscribe", null, "1")).isInstanceOf(Answer.Incomplete.class);
        assertThat(verification.check("subscribe", "our-word", null)).isInstanceOf(Answer.Incomplete.class);
    }

    @Test
    void anEmptyTokenRefusesEverybody() {
        assertThat(new WebhookVerification("").check("subscribe", "", "1")).isInstanceOf(Answer.Refused.class);
    }
}
