/** Which ERP products customers may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"erp"})
package io.waybill.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
