/** What the business is: its name, where it is, and how it sells. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "home", "message", "setting"})
package io.waybill.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
