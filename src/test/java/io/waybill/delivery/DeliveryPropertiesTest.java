package io.waybill.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Misconfigured;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {

    private static final String BANDS = "waybill.delivery.bands";

    @Test
    void readsTheTable() {
        DeliveryCharges charges = charges("[0].min=1", "[0].max=4", "[0].charge=150.00", "[1].min=5", "[1].charge=0");

        assertThat(charges.chargeFor(4)).contains(new BigDecimal("150.00"));
        assertThat(charges.chargeFor(5)).contains(BigDecimal.ZERO);
        assertThat(charges().chargeFor(5)).contains(BigDecimal.ZERO);
    }

    @Test
    void stopsAtAMissingValueAndNamesIt() {
        assertStop(BANDS + "[1].charge is missing", "[0].min=1", "[0].max=4", "[0].charge=1", "[1].min=5");
        assertStop(BANDS + "[0].min is missing", "[0].max=4", "[0].charge=1");
        assertStop(BANDS + "[0].charge is missing", "[0].min=1", "[0].charge=");
    }

    @Test
    void stopsAtAValueThatCannotBeAndNamesTheRow() {
        assertStop(BANDS + "[0]: A delivery charge cannot be negative: -5.", "[0].min=1", "[0].charge=-5");
        assertStop(BANDS + "[0]: A delivery band starts at 1 or more", "[0].min=0", "[0].charge=5");
        assertStop(BANDS + "[0]: A delivery band cannot go from 4 to 3.", "[0].min=4", "[0].max=3", "[0].charge=5");
        assertStop(BANDS + "[0]: No currency has as many decimals", "[0].min=1", "[0].charge=5.00001");
    }

    @Test
    void stopsAtBandsThatOverlap() {
        assertStop(
                BANDS + ": Delivery bands 1 to 5 and 5 and more both cover quantity 5.",
                "[0].min=1",
                "[0].max=5",
                "[0].charge=1",
                "[1].min=5",
                "[1].charge=0");
    }

    @Test
    void stopsAtWhatIsNoNumberAndNamesIt() {
        for (String value : new String[] {"[0].charge=free", "[0].min=1.5", "[0].max=many"}) {
            assertThatThrownBy(() -> charges("[0].min=1", "[0].charge=1", value))
                    .isInstanceOf(BindException.class)
                    .rootCause()
                    .isNotNull();
            assertThatThrownBy(() -> charges("[0].min=1", "[0].charge=1", value))
                    .hasStackTraceContaining(BANDS + value.substring(0, value.indexOf('=')));
        }
    }

    private static void assertStop(String sentence, String... rows) {
        assertThatThrownBy(() -> charges(rows))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(sentence);
    }

    private static DeliveryCharges charges(String... rows) {
        Map<String, String> properties = new HashMap<>();
        for (String row : rows) {
            int equals = row.indexOf('=');
            properties.put(BANDS + row.substring(0, equals), row.substring(equals + 1));
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("waybill.delivery", DeliveryProperties.class)
                .charges();
    }
}
