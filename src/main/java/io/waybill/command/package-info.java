/** What {@code java -jar waybill.jar flow}, {@code erp}, {@code whatsapp} and {@code evidence} do without starting the gateway. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "erp::check",
            "evidence",
            "flow",
            "flow::lint",
            "flow::replay",
            "flow::simulate",
            "home",
            "setup",
            "whatsapp"
        })
package io.waybill.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
