/** Finds the mistakes of a flow before a customer meets them. */
@NullMarked
@NamedInterface("lint")
package io.waybill.flow.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
