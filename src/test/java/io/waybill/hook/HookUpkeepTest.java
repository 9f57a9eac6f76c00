package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.hook.DeliveryLog.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HookUpkeepTest {

    @RegisterExtension
    final HookRig rig = new HookRig();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HookRig.Gateway gateway;
    private HookReceiver shop;
    private HookUpkeep upkeep;

    @BeforeEach
    void start() throws Exception {
        gateway = rig.node("127.0.0.1");
        shop = rig.receiver();
        upkeep = new HookUpkeep(rig.jdbc, gateway.deliveries, meters, rig.clock);
    }

    @Test
    void removesWhatIsOld() throws Exception {
        Hook hook = rig.hook(shop);
        for (int order = 0; order < 501; order++) {
            rig.happens("order-" + order % 100, "shipped");
        }
        gateway.sends();
        rig.clock.pass(HookUpkeep.KEPT);
        rig.happens("new", "shipped");

        upkeep.tidy();
        assertThat(rig.database.count("hook_event")).as("to the day").isEqualTo(502);
        rig.clock.pass(Duration.ofSeconds(1));
        upkeep.tidy();

        assertThat(rig.logged(hook)).extracting(DeliveryLog.Logged::subject).containsExactly("new");
        assertThat(rig.database.count("hook_event")).isOne();
        assertThat(rig.database.count("hook_attempt")).isZero();
    }

    @Test
    void keepsAnOldEventThatIsReplayed() throws Exception {
        Hook hook = rig.hook(shop);
        rig.happens("11", "shipped");
        gateway.sends();
        rig.clock.pass(HookUpkeep.KEPT);
        rig.replays.delivery(hook.id(), rig.logged(hook).getFirst().id());
        rig.clock.pass(Duration.ofMinutes(1));

        upkeep.tidy();
        gateway.sends();

        assertThat(shop.calls()).hasSize(2);
    }

    @Test
    void givesUpWhatNobodyCouldTakeInTime() {
        Hook hook = rig.hook(shop);
        rig.happens("11", "shipped");
        rig.hooks.change(hook.id(), new Hooks.Wanted(shop.url(), List.of(HookEventType.ORDER_STATUS), null, false));

        rig.clock.pass(HookEvents.GIVEN_UP_AFTER.plusMinutes(59));
        upkeep.tidy();
        assertThat(rig.logged(hook)).extracting(DeliveryLog.Logged::state).containsExactly(State.WAITING);
        rig.clock.pass(Duration.ofMinutes(2));
        upkeep.tidy();

        assertThat(rig.logged(hook)).extracting(DeliveryLog.Logged::state).containsExactly(State.FAILED);
    }

    @Test
    void saysHowLongTheOldestWaits() throws Exception {
        rig.hook(shop);
        rig.happens("11", "shipped");
        rig.clock.pass(Duration.ofMinutes(7));

        upkeep.look();
        assertThat(meters.get("waybill.hooks.oldest.millis").gauge().value()).isEqualTo(420_000);

        gateway.sends();
        upkeep.look();
        assertThat(meters.get("waybill.hooks.oldest.millis").gauge().value()).isZero();
    }
}
