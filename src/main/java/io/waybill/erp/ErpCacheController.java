package io.waybill.erp;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forgets what is kept of the ERP, for people who do not want to wait. */
@RestController
@Needs(Permission.CATALOG_EDIT)
class ErpCacheController {

    private final CacheEpochs epochs;

    ErpCacheController(CacheEpochs epochs) {
        this.epochs = epochs;
    }

    /** Everything is forgotten, the last good lists too. */
    @PostMapping("/api/erp/cache/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        epochs.forgetAll();
    }
}
