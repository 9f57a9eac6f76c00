package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.notice.Notice.Kind;
import io.waybill.outbox.SentMessage.State;
import io.waybill.whatsapp.SendFailure;
import io.waybill.whatsapp.SendFailure.Scope;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each of Meta's codes does to the message it refuses, to the next message and to the number. */
class EveryCodeTest {

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    private long contact;

    @ParameterizedTest
    @MethodSource("io.waybill.whatsapp.MetaCodes#codes")
    void hasTheEffectOfItsClassWhateverTheHttpStatus(SendFailure.Kind kind, Scope scope, int code) {
        for (int httpStatus : new int[] {400, 429}) {
            long refused = ++contact;
            long other = ++contact;
            rig.graph.refuses(SendingRig.phone(refused), httpStatus, code);

            rig.says(refused, "One");
            rig.soon(() -> rig.messages(refused).getFirst().attempts().size() == 1);
            SentMessage message = rig.messages(refused).getFirst();
            rig.says(other, "Another");

            assertThat(message.attempts().getFirst().reason().code()).isEqualTo(code);
            assertThat(message.state() == State.DEAD).isEqualTo(kind == SendFailure.Kind.PERMANENT);
            assertThat(message.attempts().getFirst().outcome()).isEqualTo(outcome(kind, scope));
            boolean standsStill = scope == Scope.NUMBER;
            if (standsStill) {
                assertThat(rig.gateway.numbers.gate(SendingRig.NUMBER).closedFor())
                        .isPositive();
                assertThat(rig.received(other)).isEmpty();
            } else {
                rig.soon(() -> rig.received(other).size() == 1);
            }
            assertThat(rig.gateway.numbers.stopped(SendingRig.NUMBER))
                    .isEqualTo(kind == SendFailure.Kind.CONFIGURATION);
            rig.graph.takesAgain(SendingRig.phone(refused));
            rig.until(() -> rig.received(other).size() == 1
                    && (kind == SendFailure.Kind.PERMANENT
                            || rig.received(refused).size() == 1));
            rig.soon(() -> rig.noticesOf(Kind.CHANNEL_STOPPED).isEmpty()
                    && rig.noticesOf(Kind.CHANNEL_LIMITED).isEmpty());
        }
    }

    private static String outcome(SendFailure.Kind kind, Scope scope) {
        return switch (kind) {
            case PERMANENT -> "dead";
            case CONFIGURATION -> "held";
            case WAIT -> scope == Scope.NUMBER ? "held" : "retry";
            case RETRY -> "retry";
            case AMBIGUOUS -> "ambiguous";
        };
    }
}
