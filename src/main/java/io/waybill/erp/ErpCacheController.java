package io.waybill.erp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.access.ForApiKey;
import io.waybill.access.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hears that something changed in the ERP, so that nothing older is shown. */
@RestController
class ErpCacheController {

    private static final Logger log = LoggerFactory.getLogger(ErpCacheController.class);

    private final CacheEpochs epochs;
    private final ObjectProvider<OrderStatusListener> orders;

    ErpCacheController(CacheEpochs epochs, ObjectProvider<OrderStatusListener> orders) {
        this.epochs = epochs;
        this.orders = orders;
    }

    /** The ERP says what changed; with an id or without, all of the kind is read anew. */
    @PostMapping("/api/v1/erp-events")
    @ForApiKey(Scope.EVENTS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changed(@RequestBody ErpEvent event) {
        switch (event.type()) {
            case "product.changed" -> epochs.changed(List.of(Cached.PRODUCTS, Cached.PRICES));
            case "job.changed" -> epochs.changed(List.of(Cached.JOBS));
            case "order.status_changed" -> orderChanged(event);
            case null, default -> throw unfit("\"type\" is product.changed, job.changed or order.status_changed.");
        }
        log.debug("The ERP says {}: {} {}", event.type(), event.externalProductId(), event.externalJobId());
    }

    private void orderChanged(ErpEvent event) {
        if (event.externalOrderId() == null || event.status() == null) {
            throw unfit("order.status_changed needs \"external_order_id\" and \"status\".");
        }
        try {
            orders.forEach(listener -> listener.changed(event.externalOrderId(), event.status(), event.trackingUrl()));
        } catch (OrderStatusListener.Unreadable e) {
            throw unfit(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /** Everything is forgotten, the last good lists too. */
    @PostMapping("/api/erp/cache/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        epochs.forgetAll();
    }

    /** @param externalProductId absent: any */
    record ErpEvent(
            @Nullable String type,
            @JsonProperty("external_product_id") @Nullable String externalProductId,
            @JsonProperty("external_job_id") @Nullable String externalJobId,
            @JsonProperty("external_order_id") @Nullable String externalOrderId,
            @Nullable String status,
            @JsonProperty("tracking_url") @Nullable String trackingUrl) {}
}
