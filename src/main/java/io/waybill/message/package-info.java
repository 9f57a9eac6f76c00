/** The words everybody shares: what a customer sent, what we answer, and how delivery went. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
