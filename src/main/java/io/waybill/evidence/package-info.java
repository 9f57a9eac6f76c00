/**
 * What can be shown of an order: what its customer saw and tapped, what the ERP was asked and answered, in a chain of hashes. It reads the
 * tables of others and owns the chain only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "expression", "order"})
package io.waybill.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
