/** What the ERP, a shop or a payment system tells us by itself: the Event API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"erp", "home", "hook", "inbox", "message", "order", "posted", "receipt", "whatsapp"})
package io.waybill.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
