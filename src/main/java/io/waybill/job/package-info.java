/** Which jobs of the ERP customers may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "catalog"})
package io.waybill.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
