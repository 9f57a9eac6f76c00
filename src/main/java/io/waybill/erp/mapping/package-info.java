/** How an operation of ours is said in an ERP's own words, as an endpoint profile describes it; no I/O. */
@NullMarked
package io.waybill.erp.mapping;

import org.jspecify.annotations.NullMarked;
