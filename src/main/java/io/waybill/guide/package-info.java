/** Leads a first administrator from the start to the first message. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "connection", "erp", "revision", "setup", "store"})
package io.waybill.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
