/** Keeps each incoming message once and hands it out in order per contact. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "database", "home", "store"})
package io.waybill.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
