/** What delivery costs, by quantity. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "home"})
package io.waybill.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
