/** Who did what: who says so by {@code access.Audit} what was before and after, and the requests of people besides. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "home", "numbers", "setting"})
package io.waybill.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
