/** What comes next in a conversation; no I/O. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "erp", "delivery", "expression", "whatsapp", "home"})
package io.waybill.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
