package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.hook.DeliveryLog.State;
import io.waybill.hook.HookReceiver.Behaviour;
import io.waybill.hook.HookReceiver.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database. */
class HookNodesTest {

    @RegisterExtension
    final HookRig rig = new HookRig();

    private HookRig.Gateway east;
    private HookRig.Gateway west;
    private HookReceiver shop;

    @BeforeEach
    void start() throws Exception {
        east = rig.node("127.0.0.1");
        west = rig.node("127.0.0.1");
        shop = rig.receiver();
    }

    @Test
    void oneSendsWhatTheOtherHasNotTaken() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        shop.does((call, exchange) -> {
            try {
                released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Behaviour.status(200).answer(call, exchange);
        });
        Hook hook = rig.hook(shop);
        rig.happens("11", "confirmed");
        rig.happens("11", "shipped");
        rig.happens("12", "confirmed");

        List<Future<?>> begun = new ArrayList<>(east.begins());
        assertThat(begun).as("one of each order").hasSize(2);
        rig.happens("13", "confirmed");
        begun.addAll(west.begins());
        assertThat(begun).hasSize(3);
        assertThat(east.begins()).isEmpty();
        await().atMost(Duration.ofSeconds(30)).until(() -> shop.calls().size() == 3);
        released.countDown();
        for (Future<?> one : begun) {
            one.get(60, TimeUnit.SECONDS);
        }
        west.sends();

        assertThat(shop.calls()).extracting(Received::id).hasSize(4).doesNotHaveDuplicates();
        assertThat(rig.log.of(hook.id(), State.DELIVERED, null, 10)).hasSize(4);
    }

    @Test
    void bothAtOnceSendEachEventOnceAndInOrder() throws Exception {
        Hook hook = rig.hook(shop);
        for (int step = 0; step < 8; step++) {
            for (int order = 0; order < 10; order++) {
                rig.happens("order-" + order, "step-" + step);
            }
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both =
                    List.of(threads.submit(() -> drain(east, hook)), threads.submit(() -> drain(west, hook)));
            for (Future<?> one : both) {
                one.get(120, TimeUnit.SECONDS);
            }
        }

        assertThat(shop.calls()).extracting(Received::id).hasSize(80).doesNotHaveDuplicates();
        for (int order = 0; order < 10; order++) {
            String subject = "\"order-%d\"".formatted(order);
            assertThat(shop.bodies())
                    .filteredOn(body -> body.contains(subject))
                    .extracting(body -> body.replaceFirst(".*\"step-(\\d+)\".*", "$1"))
                    .containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        }
    }

    private Void drain(HookRig.Gateway node, Hook hook) throws Exception {
        while (!rig.log.of(hook.id(), State.WAITING, null, 1).isEmpty()) {
            node.sends();
        }
        return null;
    }

    @Test
    void whatADeadNodeHasSentAndNotNotedGoesOutAgainUnderTheSameId() throws Exception {
        Hook hook = rig.hook(shop);
        rig.happens("11", "confirmed");
        rig.happens("11", "shipped");
        Delivery taken = east.deliveries.claim().getFirst();
        east.http.post(taken, rig.clock.instant());

        west.sends();
        assertThat(shop.calls()).as("it may still be alive").hasSize(1);
        rig.clock.pass(Deliveries.LEASE);
        west.sends();

        assertThat(shop.calls()).extracting(Received::id).hasSize(3).startsWith(taken.eventId(), taken.eventId());
        assertThat(shop.calls().getLast().body()).contains("shipped");
        assertThat(rig.log.of(hook.id(), State.DELIVERED, null, 10)).hasSize(2);
    }

    @Test
    void aNodeThatComesBackLateNotesNothing() {
        Hook hook = rig.hook(shop);
        rig.happens("11", "confirmed");
        Delivery late = east.deliveries.claim().getFirst();
        rig.clock.pass(Deliveries.LEASE);
        Delivery now = west.deliveries.claim().getFirst();

        east.marks.delivered(late, new Attempt(rig.clock.instant(), 200, "", 1, "Delivered."), rig.clock.instant());

        assertThat(now.id()).isEqualTo(late.id());
        assertThat(rig.logged(hook)).singleElement().satisfies(logged -> {
            assertThat(logged.state()).isEqualTo(State.WAITING);
            assertThat(logged.attempts()).isEmpty();
        });
    }
}
