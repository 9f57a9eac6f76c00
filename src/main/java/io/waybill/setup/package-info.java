/** Whether a number is connected: each thing that must be right, whether it is, and what to do. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "home", "inbox", "message", "outbox", "template", "webhook", "whatsapp"})
package io.waybill.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
