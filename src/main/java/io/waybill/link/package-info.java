/** Links that open a chat with words already written: click to chat, a product, a flow, a whole cart. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "catalog", "flow", "home"})
package io.waybill.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
