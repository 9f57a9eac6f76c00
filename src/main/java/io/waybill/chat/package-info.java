/** What people say to customers beside the flows. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "catalog",
            "desk",
            "expression",
            "home",
            "inbox",
            "media",
            "message",
            "outbox",
            "template",
            "whatsapp"
        })
package io.waybill.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
