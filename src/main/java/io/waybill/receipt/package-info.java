/** Receipts: what an order or a payment on its own cost, as a PDF that carries the mark of the store. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "catalog",
            "database",
            "erp",
            "expression",
            "home",
            "hook",
            "media",
            "message",
            "notice",
            "order",
            "outbox",
            "store",
            "whatsapp"
        })
package io.waybill.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
