/** A phone and a Graph API that stand in for Meta until a real number is configured. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "conversation",
            "demo",
            "inbox",
            "live",
            "message",
            "template",
            "webhook",
            "whatsapp"
        })
package io.waybill.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
