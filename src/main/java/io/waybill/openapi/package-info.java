/** The description of our API for programs and those who write them: OpenAPI, made of the endpoints as they are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package io.waybill.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
