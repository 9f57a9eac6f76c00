package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
import io.waybill.order.CashNumbers;
import io.waybill.store.Store;
import io.waybill.store.StoreSettings;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StoreSettingsTest {

    @Test
    void holdsGoodsForAsLongAsItIsToldAndNotUnlessItIs() {
        assertThat(reserved(Map.of("waybill.store.reserve-for", "2h"))).containsOnly(120L);
        assertThat(reserved(Map.of())).containsOnlyNulls();
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

    @Test
    void takesWhatIsSavedForAllNumbersThatSayNothingElse() {
        AtomicReference<StoreSettings> saved = new AtomicReference<>(store(Map.of("waybill.store.name", "Duka")));
        Stores stores = stores(
                saved::get, Map.of("waybill.numbers.west.store.name", "Duka West", "waybill.store.name", "Duka"));

        saved.set(store(Map.of("waybill.store.name", "Soko", "waybill.store.modes", "pickup")));

        assertThat(stores.all())
                .extracting(World.Store::name, World.Store::modes)
                .containsExactlyInAnyOrder(tuple("Soko", List.of("pickup")), tuple("Duka West", List.of("pickup")));
    }

    private static List<@Nullable Long> reserved(Map<String, String> properties) {
        StoreSettings configured = store(properties);
        return stores(() -> configured, properties).all().stream()
                .<@Nullable Long>map(World.Store::reserveMinutes)
                .toList();
    }

    private static CashNumbers cash(Map<String, String> properties) {
        StoreSettings configured = store(properties);
        return stores(() -> configured, properties).cash();
    }

    private static Stores stores(Store store, Map<String, String> properties) {
        Settings settings =
                new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("waybill", Settings.class);
        return new Stores(
                store, settings, new WhatsAppChannels(List.of(channel("main", "1"), channel("west", "2"))), null);
    }

    private static WhatsAppChannel channel(String name, String id) {
        return new WhatsAppChannel(name, false, id, "", () -> "", "", "", () -> "http://127.0.0.1", "v25.0", 80);
    }

    private static StoreSettings store(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("waybill.store", StoreSettings.class)
                .usable();
    }
}
