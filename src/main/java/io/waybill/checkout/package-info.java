/** Orders that others make for customers, a website or an assistant: quoted at the ERP's prices, kept, and linked to their chats. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "catalog",
            "database",
            "delivery",
            "erp",
            "expression",
            "flow",
            "home",
            "inbox",
            "link",
            "modules",
            "order",
            "whatsapp"
        })
package io.waybill.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
