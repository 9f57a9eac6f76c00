/** What is done from the command line without starting the gateway. */
@NullMarked
@ApplicationModule(allowedDependencies = {"flow", "flow::simulate"})
package io.waybill.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
