/** The integrator's folders: routes, endpoint-profiles, flows and templates. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
