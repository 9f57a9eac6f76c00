/** Keeps each outgoing message until WhatsApp has it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "attention", "message", "whatsapp", "notice", "database", "home", "store"})
package io.waybill.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
