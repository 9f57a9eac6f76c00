/** News for open browsers, by server-sent events. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package io.waybill.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
