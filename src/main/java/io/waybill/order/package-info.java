/** What customers are told of their orders, once for each status an order comes to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attention",
            "database",
            "erp",
            "expression",
            "home",
            "hook",
            "live",
            "message",
            "notice",
            "outbox",
            "template",
            "whatsapp"
        })
package io.waybill.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
