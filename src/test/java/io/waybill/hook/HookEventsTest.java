package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HookEventsTest {

    private static final String URL = "https://1.1.1.1/";

    @RegisterExtension
    final HookRig rig = new HookRig();

    @Test
    void writesNothingWhileNobodyWantsToKnow() {
        add(new Hooks.Wanted(URL, List.of(HookEventType.FEEDBACK_GIVEN), null, true));
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, false));
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), "another number", true));

        rig.happens("11", "shipped");

        assertThat(rig.database.count("hook_event")).isZero();
        assertThat(rig.database.count("hook_delivery")).isZero();
    }

    @Test
    void writesOneEventAndADeliveryForEachHookThatWants() {
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, true));
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_CREATED, HookEventType.ORDER_STATUS), "310", true));

        rig.happens("11", "shipped");

        assertThat(rig.database.count("hook_event")).isOne();
        assertThat(rig.database.count("hook_delivery")).isEqualTo(2);
    }

    @Test
    void eventsOfNoNumberComeToHooksOfAllNumbersOnly() {
        Hook all = add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, true));
        Hook one = add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), "310", true));

        rig.publish(HookEvent.of(HookEventType.ORDER_STATUS, "11", null, null, rig.clock.instant(), "{}"));

        assertThat(rig.logged(all)).hasSize(1);
        assertThat(rig.logged(one)).isEmpty();
    }

    @Test
    void manyAreWrittenInTheirOrder() {
        Hook hook = add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, true));
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), "310", true));
        List<HookEvent> happened = IntStream.range(0, 20)
                .mapToObj(i -> rig.event("11", "status-" + i))
                .toList();

        rig.transaction.executeWithoutResult(tx -> rig.events.publish(happened));

        assertThat(rig.logged(hook).reversed())
                .extracting(DeliveryLog.Logged::eventId)
                .containsExactlyElementsOf(happened.stream().map(HookEvent::id).toList());
    }

    @Test
    void forgetsWhatWasNotCommitted() {
        add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, true));

        rig.transaction.executeWithoutResult(tx -> {
            rig.events.publish(rig.event("11", "shipped"));
            tx.setRollbackOnly();
        });

        assertThat(rig.database.count("hook_event")).isZero();
    }

    @Test
    void theSameIdIsNoNewEvent() {
        Hook hook = add(new Hooks.Wanted(URL, List.of(HookEventType.ORDER_STATUS), null, true));
        HookEvent event = rig.event("11", "shipped");

        rig.publish(event);
        rig.publish(event);
        rig.happens("11", "shipped");

        assertThat(rig.logged(hook))
                .extracting(DeliveryLog.Logged::eventId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private Hook add(Hooks.Wanted wanted) {
        return rig.hooks.add(wanted, WebhookSecret.random(), "ada").orElseThrow();
    }
}
