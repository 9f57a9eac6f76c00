/** How the ERP is connected by people: a profile edited in the console, tried, and put in the place of the one before. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "erp", "erp::check", "home"})
package io.waybill.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
