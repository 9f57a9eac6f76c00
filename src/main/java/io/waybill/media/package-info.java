/** Files that customers send: fetched from Meta, kept under our own names, and handed to the ERP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"message", "whatsapp", "erp", "home"})
package io.waybill.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
