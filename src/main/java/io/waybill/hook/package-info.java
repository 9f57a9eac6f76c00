/** Events of Waybill to addresses of others: signed, retried, in order. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "home", "notice"})
package io.waybill.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
