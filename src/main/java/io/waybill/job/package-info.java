/** Which jobs of the ERP customers may see, and how they apply for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "catalog", "erp", "live", "media", "whatsapp"})
package io.waybill.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
