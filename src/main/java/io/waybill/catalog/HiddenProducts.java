package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products that are switched off for WhatsApp, though the ERP sells them. */
public final class HiddenProducts {

    private final HiddenIds hidden;

    HiddenProducts(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.hidden = new HiddenIds(jdbc, clock, ticker, "hidden_product", "external_product_id");
    }

    /** External product ids. */
    public Set<String> ids() {
        return hidden.ids();
    }

    void hide(String externalProductId, String by) {
        hidden.hide(externalProductId, by);
    }

    void show(String externalProductId) {
        hidden.show(externalProductId);
    }
}
