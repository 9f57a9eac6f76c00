/** Where Meta delivers, and payment providers call: is it them, is it new. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "message", "whatsapp", "inbox", "outbox", "notice", "erp", "home", "template"})
package io.waybill.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
