package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {

    private static final ErpReply WELL = new Empty();

    private final SettableClock clock = SettableClock.atNoon();
    private final Guards guards =
            new Guards(1, Duration.ZERO, new ErpProperties.CircuitBreaker(10, 50, Duration.ofSeconds(10)), clock);

    @Test
    void sendsNothingForAWhileAfterTooManyFailures() {
        for (int i = 0; i < 5; i++) {
            guards.run(ErpOperation.CREATE_ORDER, () -> new Unknown("lost"));
        }

        assertThat(guards.run(ErpOperation.CREATE_ORDER, GuardsTest::mustNotBeCalled))
                .isEqualTo(
                        new Down(
                                "CREATE_ORDER: not sent, because too many of the last calls failed. It is tried again after 10 s."));
        assertThat(guards.run(ErpOperation.GET_PRICE, () -> WELL))
                .as("another operation")
                .isEqualTo(WELL);

        clock.pass(Duration.ofSeconds(11));
        assertThat(guards.run(ErpOperation.CREATE_ORDER, () -> WELL)).isEqualTo(WELL);
    }

    @Test
    void takesARefusalForAnAnswer() {
        for (int i = 0; i < 50; i++) {
            guards.run(ErpOperation.CREATE_ORDER, () -> new Refused("no"));
        }

        assertThat(guards.run(ErpOperation.CREATE_ORDER, () -> WELL)).isEqualTo(WELL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsNothingWhenTooManyCallsAreRunning(boolean sameOperation) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<ErpReply> first =
                CompletableFuture.supplyAsync(() -> guards.run(ErpOperation.GET_PRICE, () -> {
                    running.countDown();
                    await(end);
                    return WELL;
                }));
        running.await();

        ErpReply second = guards.run(
                sameOperation ? ErpOperation.GET_PRICE : ErpOperation.LIST_PRODUCTS, () -> new Refused("was asked"));
        end.countDown();

        assertThat(second).isInstanceOf(sameOperation ? Down.class : Refused.class);
        assertThat(first.join()).isEqualTo(WELL);
        assertThat(guards.run(ErpOperation.GET_PRICE, () -> WELL)).isEqualTo(WELL);
    }

    private static ErpReply mustNotBeCalled() {
        throw new AssertionError("was sent");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
