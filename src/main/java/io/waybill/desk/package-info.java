/** People's work with chats and orders: who has which, who is there, what waits for them, and until when. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attention",
            "database",
            "home",
            "inbox",
            "live",
            "notice",
            "order",
            "setting",
            "store"
        })
package io.waybill.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
