/** Asks the system of record: operations, endpoint profiles, calls and how they can end. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "expression", "home"})
package io.waybill.erp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
