/** Parts of the business that can be switched off for WhatsApp as a whole. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "catalog", "erp", "flow", "revision"})
package io.waybill.modules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
