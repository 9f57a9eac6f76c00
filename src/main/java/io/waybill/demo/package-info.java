/** A small ERP to try Waybill with: a Kenyan shop that sells and hires, and speaks the canonical contract over HTTP on loopback. */
@NullMarked
@ApplicationModule(allowedDependencies = {"hook"})
package io.waybill.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
