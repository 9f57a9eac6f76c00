/** What people say to customers beside the flows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "message", "inbox", "outbox", "template", "whatsapp", "home"})
package io.waybill.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
