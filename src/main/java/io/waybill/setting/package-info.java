/** Settings that a shop begins with by its configuration, and that people change in the console while it runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "home"})
package io.waybill.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
