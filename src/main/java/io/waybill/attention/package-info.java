/** What waits for a person: each part of Waybill says what of its own does. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.attention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
