/** What a business wants to know of its conversations, computed from what is kept of them. It reads the tables of others and owns none. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "outbox"})
package io.waybill.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
