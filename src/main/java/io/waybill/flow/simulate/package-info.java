/** Conversations without WhatsApp, ERP and clock: the real engine, driven by hand, by script or by a recorded case. */
@NullMarked
@NamedInterface("simulate")
package io.waybill.flow.simulate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
