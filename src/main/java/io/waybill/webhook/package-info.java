/** Where Meta delivers: is it Meta, is it new. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "whatsapp", "inbox", "outbox"})
package io.waybill.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
