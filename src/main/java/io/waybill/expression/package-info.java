/** Values as flows and endpoint profiles write them: literals, texts with expressions in them, and JSONata expressions with bounds. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
