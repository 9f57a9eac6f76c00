package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waybill.hook.DeliveryLog.State;
import io.waybill.hook.HookReceiver.Behaviour;
import io.waybill.hook.HookReceiver.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HookSenderTest {

    @RegisterExtension
    final HookRig rig = new HookRig();

    private HookRig.Gateway gateway;
    private HookReceiver shop;

    @BeforeEach
    void start() throws Exception {
        gateway = rig.node("127.0.0.1");
        shop = rig.receiver();
    }

    @Test
    void sendsASignedEvent() throws Exception {
        WebhookSecret secret = WebhookSecret.random();
        Hook hook = rig.hook(shop.url(), secret);
        rig.happens("11", "shipped");

        gateway.sends();

        Received call = shop.calls().getFirst();
        assertThat(call.body())
                .isEqualTo(
                        "{\"type\":\"order.status\",\"timestamp\":\"2026-11-21T12:00:00Z\",\"data\":{\"order\":\"11\",\"status\":\"shipped\"}}");
        assertThat(call.id()).startsWith("evt_");
        assertThat(call.timestamp()).isEqualTo(rig.clock.instant().getEpochSecond());
        assertThat(call.isSignedBy(secret.text())).isTrue();
        assertThat(call.isSignedBy(WebhookSecret.random().text())).isFalse();
        assertThat(rig.logged(hook)).singleElement().satisfies(logged -> {
            assertThat(logged.state()).isEqualTo(State.DELIVERED);
            assertThat(logged.attempts()).singleElement().satisfies(attempt -> {
                assertThat(attempt.status()).isEqualTo(204);
                assertThat(attempt.advice()).isEqualTo("Delivered.");
            });
        });
    }

    @Test
    void signsWithASecretOfTheTimeBeforeSecretsWereSealed() throws Exception {
        WebhookSecret secret = WebhookSecret.random();
        Hook hook = rig.hook(shop.url(), WebhookSecret.random());
        rig.jdbc.sql("update hook set secret = ?").param(secret.text()).update();
        rig.hooks.sealPlain();
        rig.happens("11", "shipped");

        gateway.sends();

        assertThat(shop.calls().getFirst().isSignedBy(secret.text())).isTrue();
        assertThat(rig.jdbc
                        .sql("select secret from hook where id = ?")
                        .param(hook.id())
                        .query(String.class)
                        .single())
                .doesNotContain("whsec_");
    }

    @Test
    void triesAgainAfterAWhileUnderTheSameId() throws Exception {
        Hook hook = rig.hook(shop);
        Instant noon = rig.clock.instant();
        rig.happens("11", "shipped");
        shop.answers(500);
        gateway.sends();

        rig.clock.pass(Duration.ofMillis(4_999));
        gateway.sends();
        assertThat(shop.calls()).hasSize(1);
        rig.clock.pass(Duration.ofMillis(1));
        gateway.sends();
        shop.answers(200);
        gateway.sendsUntil(() -> shop.calls().size() == 3, Duration.ofMinutes(10));

        assertThat(shop.calls())
                .extracting(Received::id)
                .containsOnly(shop.calls().getFirst().id());
        assertThat(shop.bodies()).containsOnly(shop.bodies().getFirst());
        assertThat(rig.logged(hook).getFirst().attempts())
                .extracting(Attempt::status, attempt -> Duration.between(noon, attempt.at()))
                .containsExactly(
                        tuple(500, Duration.ZERO),
                        tuple(500, Duration.ofSeconds(5)),
                        tuple(200, Duration.ofSeconds(305)));
    }

    @Test
    void keepsTheOrderOfASubjectWhileOthersGoOn() throws Exception {
        Hook hook = rig.hook(shop);
        shop.does((call, exchange) ->
                Behaviour.status(call.body().contains("\"11\"") ? 500 : 200).answer(call, exchange));
        rig.happens("11", "confirmed");
        rig.happens("11", "shipped");
        rig.happens("12", "confirmed");
        rig.happens("12", "shipped");

        gateway.sends();

        assertThat(statuses("12")).containsExactly("confirmed", "shipped");
        assertThat(statuses("11")).containsExactly("confirmed");
        shop.answers(200);
        gateway.sendsUntil(() -> waiting(hook) == 0, Duration.ofMinutes(30));
        assertThat(statuses("11")).containsExactly("confirmed", "confirmed", "shipped");
    }

    /** 001-33: all events of the hour arrive afterwards, in the order of each subject, each id once. */
    @Test
    void losesNothingAndKeepsTheOrderWhenTheReceiverIsDownForAnHour() throws Exception {
        Hook hook = rig.hook(shop);
        shop.answers(503);
        for (int minute = 0; minute < 60; minute += 5) {
            for (int order = 0; order < 6; order++) {
                rig.happens("order-" + order, "at-" + minute);
            }
            gateway.sends();
            rig.clock.pass(Duration.ofMinutes(5));
        }
        int refused = shop.calls().size();
        assertThat(refused).as("a receiver that is down is not hammered").isLessThan(60);
        shop.answers(200);

        gateway.sendsUntil(() -> waiting(hook) == 0, Duration.ofHours(3));

        List<Received> taken = shop.calls().subList(refused, shop.calls().size());
        assertThat(taken).extracting(Received::id).hasSize(72).doesNotHaveDuplicates();
        for (int order = 0; order < 6; order++) {
            String subject = "\"order-%d\"".formatted(order);
            assertThat(taken)
                    .extracting(Received::body)
                    .filteredOn(body -> body.contains(subject))
                    .extracting(body -> body.replaceFirst(".*\"at-(\\d+)\".*", "$1"))
                    .containsExactlyElementsOf(IntStream.range(0, 12)
                            .mapToObj(five -> Integer.toString(five * 5))
                            .toList());
        }
        assertThat(rig.now(hook).failures()).isZero();
    }

    @Test
    void triesOneAtATimeAfterManyFailures() throws Exception {
        Hook hook = rig.hook(shop);
        shop.answers(503);
        for (int order = 0; order < 30; order++) {
            rig.happens("order-" + order, "shipped");
        }
        gateway.sends();
        int before = shop.calls().size();
        assertThat(rig.now(hook).resting(rig.clock.instant())).isTrue();

        rig.clock.pass(Duration.ofMinutes(5));
        gateway.sends();

        assertThat(shop.calls()).hasSize(before + 1);
        assertThat(rig.now(hook).resting(rig.clock.instant())).isTrue();
    }

    @Test
    void aSlowReceiverHoldsNoOtherUp() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        HookReceiver slow = rig.receiver();
        slow.does((call, exchange) -> {
            try {
                released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Behaviour.status(200).answer(call, exchange);
        });
        Hook slowHook = rig.hook(slow);
        Hook quickHook = rig.hook(shop);
        for (int order = 0; order < 20; order++) {
            rig.happens("order-" + order, "shipped");
        }

        List<? extends Future<?>> begun = gateway.begins();
        while (waiting(quickHook) > 0) {
            gateway.begins();
        }

        assertThat(shop.calls()).hasSize(20);
        assertThat(waiting(slowHook)).isEqualTo(20);
        assertThat(slow.calls().size()).isLessThanOrEqualTo(Deliveries.AT_ONCE);
        released.countDown();
        for (Future<?> one : begun) {
            one.get(60, TimeUnit.SECONDS);
        }
        gateway.sends();
        assertThat(waiting(slowHook)).isZero();
        assertThat(slow.calls()).extracting(Received::id).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void switchesAHookOffWhoseReceiverIsGone() throws Exception {
        Hook hook = rig.hook(shop);
        rig.happens("11", "confirmed");
        rig.happens("11", "shipped");
        shop.answers(410);

        gateway.sends();

        assertThat(shop.calls()).hasSize(1);
        assertThat(rig.now(hook).enabled()).isFalse();
        assertThat(rig.now(hook).offBecause()).contains("it is gone");
        assertThat(rig.noticed())
                .singleElement()
                .asString()
                .startsWith("Hook %d: The receiver says that it is gone".formatted(hook.id()));
        rig.happens("12", "shipped");
        assertThat(rig.logged(hook)).as("it is told of nothing more").hasSize(2);
        shop.answers(200);
        rig.hooks.change(hook.id(), new Hooks.Wanted(shop.url(), List.of(HookEventType.ORDER_STATUS), null, true));
        gateway.sends();
        assertThat(statuses("11")).containsExactly("confirmed", "shipped");
    }

    @Test
    void givesUpAfterThreeDaysAndReplaysOnDemand() throws Exception {
        Hook hook = rig.hook(shop);
        Instant noon = rig.clock.instant();
        rig.happens("11", "confirmed");
        shop.answers(500);

        gateway.sendsUntil(() -> waiting(hook) == 0, Duration.ofDays(4));

        assertThat(rig.clock.instant()).isBetween(noon.plus(Duration.ofDays(3)), noon.plus(Duration.ofHours(73)));
        assertThat(shop.calls()).hasSizeBetween(10, 15);
        assertThat(rig.logged(hook)).extracting(DeliveryLog.Logged::state).containsExactly(State.FAILED);
        assertThat(rig.noticed()).singleElement().asString().contains("given up", "Replay it");
        shop.answers(200);
        assertThat(rig.replays.delivery(hook.id(), rig.logged(hook).getFirst().id()))
                .isTrue();
        gateway.sends();
        assertThat(rig.logged(hook))
                .extracting(DeliveryLog.Logged::state)
                .containsExactly(State.DELIVERED, State.FAILED);
        assertThat(shop.calls())
                .extracting(Received::id)
                .containsOnly(shop.calls().getFirst().id());
        assertThat(rig.noticed()).isEmpty();
    }

    @Test
    void replaysAPeriodInItsOldOrderUnderOldIds() throws Exception {
        Hook hook = rig.hook(shop);
        rig.happens("11", "before");
        rig.clock.pass(Duration.ofMinutes(1));
        Instant from = rig.clock.instant();
        rig.happens("11", "confirmed");
        rig.happens("11", "shipped");
        rig.clock.pass(Duration.ofMinutes(1));
        Instant to = rig.clock.instant();
        rig.happens("11", "after");
        gateway.sends();
        List<String> ids = shop.calls().stream().map(Received::id).toList();

        assertThat(rig.replays.count(hook.id(), from, to)).isEqualTo(2);
        assertThat(rig.replays.period(hook.id(), from, to)).isEqualTo(2);
        assertThat(rig.replays.period(hook.id(), from, to)).as("they wait").isZero();
        gateway.sends();

        assertThat(statuses("11")).containsExactly("before", "confirmed", "shipped", "after", "confirmed", "shipped");
        assertThat(shop.calls().subList(4, 6)).extracting(Received::id).containsExactly(ids.get(1), ids.get(2));
    }

    @Test
    void signsWithBothSecretsForADay() throws Exception {
        WebhookSecret old = WebhookSecret.random();
        WebhookSecret fresh = WebhookSecret.random();
        Hook hook = rig.hook(shop.url(), old);

        rig.hooks.rotate(hook.id(), fresh);
        rig.happens("11", "confirmed");
        gateway.sends();
        rig.clock.pass(Hooks.BOTH_SECRETS);
        rig.happens("11", "shipped");
        gateway.sends();

        Received first = shop.calls().get(0);
        Received second = shop.calls().get(1);
        assertThat(first.signatures()).hasSize(2);
        assertThat(first.isSignedBy(old.text())).isTrue();
        assertThat(first.isSignedBy(fresh.text())).isTrue();
        assertThat(second.signatures()).hasSize(1);
        assertThat(second.isSignedBy(fresh.text())).isTrue();
    }

    private List<String> statuses(String order) {
        return shop.bodies().stream()
                .filter(body -> body.contains("\"order\":\"%s\"".formatted(order)))
                .map(body -> body.replaceFirst(".*\"status\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private long waiting(Hook hook) {
        return rig.log.of(hook.id(), State.WAITING, null, 200).size();
    }
}
