/** Who may use the console, and which machines may call the API for what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message"})
package io.waybill.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
