/** JSON that others post: what no table could keep, or look into, is refused before anything of it is taken. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.posted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
