/** Message templates: what Meta has of them, which tells of what, and what its placeholders are filled with. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "attention", "live", "media", "message", "notice", "outbox", "whatsapp"})
package io.waybill.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
