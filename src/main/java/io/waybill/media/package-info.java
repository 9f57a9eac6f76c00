/**
 * Files: those that customers send, fetched from Meta and handed to the ERP, and those that go out, handed to Meta. All are kept
 * under our own names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "message", "whatsapp", "erp", "home"})
package io.waybill.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
