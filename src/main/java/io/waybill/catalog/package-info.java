/** Which ERP products customers may see, and with which pictures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "erp",
            "expression",
            "flow",
            "live",
            "media",
            "revision",
            "setup",
            "store",
            "whatsapp"
        })
package io.waybill.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
