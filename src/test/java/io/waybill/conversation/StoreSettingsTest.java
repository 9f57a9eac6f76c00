package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
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

    private static World.Store store(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("waybill", Settings.class)
                .store()
                .store(Set.of());
    }
}
