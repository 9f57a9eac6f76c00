/** Holds an ERP against the contract, operation by operation and field by field, and says what to mend. */
@NullMarked
@NamedInterface("check")
package io.waybill.erp.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
