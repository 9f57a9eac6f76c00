/** Which revision of a flow customers get: texts as written, drafts, publications, and their API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "erp", "flow", "flow::lint", "flow::simulate", "home", "live", "whatsapp"})
package io.waybill.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
