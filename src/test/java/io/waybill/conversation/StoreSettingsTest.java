package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
import io.waybill.order.CashNumbers;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StoreSettingsTest {

    @Test
    void holdsGoodsForAsLongAsItIsToldAndNotUnlessItIs() {
        assertThat(store(Map.of("waybill.store.reserve-for", "2h")).reserveMinutes())
                .isEqualTo(120);
        assertThat(store(Map.of()).reserveMinutes()).isNull();
    }

    @Test
    void stopsAtATimeThatIsTooShortAndNamesIt() {
        assertThatThrownBy(() -> store(Map.of("waybill.store.reserve-for", "30s")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("waybill.store.reserve-for must be 1m or longer");
    }

    @Test
    void knowsAtWhichNumbersCustomersPayOnDelivery() {
        assertThat(cash(Map.of("waybill.numbers.west.store.confirmed", "payment")))
                .isEqualTo(new CashNumbers(true, Set.of("2")));
        assertThat(cash(Map.of("waybill.store.confirmed", "staff", "waybill.numbers.west.store.confirmed", "cod")))
                .isEqualTo(new CashNumbers(false, Set.of("2")));
        assertThat(cash(Map.of())).isEqualTo(new CashNumbers(true, Set.of()));
    }

    private static CashNumbers cash(Map<String, String> properties) {
        Settings settings =
                new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("waybill", Settings.class);
        return new Stores(settings, new WhatsAppChannels(List.of(channel("main", "1"), channel("west", "2"))), null)
                .cash();
    }

    private static WhatsAppChannel channel(String name, String id) {
        return new WhatsAppChannel(name, false, id, "", () -> "", "", "", () -> "http://127.0.0.1", "v25.0", 80);
    }

    private static World.Store store(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("waybill", Settings.class)
                .store()
                .store(Set.of());
    }
}
