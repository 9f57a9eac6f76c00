/** What {@code java -jar waybill.jar flow}, {@code erp} and {@code whatsapp} do without starting the gateway. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "erp::check",
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
