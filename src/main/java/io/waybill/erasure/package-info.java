/** What is kept of a person: handed out to them, or deleted. Each module says what it keeps ({@code KeptOfPeople}). */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "expression", "setting"})
package io.waybill.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
