/** Whether work keeps up, and what people do about what it could not do. It owns no table. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "attention", "chatlist", "inbox", "message", "outbox"})
package io.waybill.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
