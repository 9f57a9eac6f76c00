/** News for open browsers, by server-sent events. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
