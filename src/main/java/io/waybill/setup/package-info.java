/** Whether a number is connected: each thing that must be right, whether it is, and what to do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "home", "whatsapp", "inbox", "outbox", "webhook", "template"})
package io.waybill.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
