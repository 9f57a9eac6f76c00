/** Paid time with a person: begins with the first reply after the payment, ends to the second, and is renewed by an order. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "chat",
            "database",
            "expression",
            "flow",
            "hook",
            "message",
            "notice",
            "order",
            "outbox",
            "template",
            "whatsapp"
        })
package io.waybill.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
