/** PostgreSQL: the embedded one, durable group commits, and which nodes are alive. */
@NullMarked
@ApplicationModule(allowedDependencies = {"home"})
package io.waybill.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
