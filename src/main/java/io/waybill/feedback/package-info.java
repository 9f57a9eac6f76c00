/** How customers found an order, once it was delivered: they are asked once, a flow hears the answer, and it is kept once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "conversation",
            "database",
            "expression",
            "flow",
            "home",
            "message",
            "notice",
            "numbers",
            "order",
            "outbox",
            "revision",
            "store",
            "template",
            "whatsapp"
        })
package io.waybill.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
