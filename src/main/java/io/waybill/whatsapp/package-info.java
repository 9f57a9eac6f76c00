/** The WhatsApp Cloud API wire format, both ways. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "home"})
package io.waybill.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
