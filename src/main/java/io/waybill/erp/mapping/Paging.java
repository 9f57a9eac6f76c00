package io.waybill.erp.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How a list goes on.
 *
 * @param size rows to ask for at once; null: what is configured
 * @param next where the address of the next page stands; null: pages are counted
 * @param more where it stands whether there is more; null: a page that is not full is the last
 * @param untilEmpty only a page without rows is the last: this ERP may give fewer rows than it was asked for
 */
public record Paging(
        @Nullable Integer size,
        @Nullable Path next,
        @Nullable Path more,
        boolean untilEmpty) {}
