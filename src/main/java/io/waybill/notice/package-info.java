/** What staff should know without looking for it: the channel stands still, a template is refused, a message is held. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "live"})
package io.waybill.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
