package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
        hide(List.of(externalProductId), by);
    }

    void hide(Collection<String> externalProductIds, String by) {
        hidden.hide(externalProductIds, by);
    }

    void show(String externalProductId) {
        show(List.of(externalProductId));
    }

    void show(Collection<String> externalProductIds) {
        hidden.show(externalProductIds);
    }
}
