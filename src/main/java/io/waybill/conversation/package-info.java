/** One message in, replies out: session, flow, ERP and outbox brought together. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attention",
            "desk",
            "message",
            "inbox",
            "flow",
            "flow::replay",
            "erp",
            "expression",
            "order",
            "outbox",
            "catalog",
            "checkout",
            "job",
            "media",
            "modules",
            "delivery",
            "whatsapp",
            "database",
            "home",
            "hook",
            "revision",
            "service",
            "setting",
            "setup",
            "store"
        })
package io.waybill.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
