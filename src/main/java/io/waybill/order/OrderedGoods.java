package io.waybill.order;

import io.waybill.order.OrderContents.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows of many orders at once what is in them, as it was sent to the ERP. */
@FunctionalInterface
public interface OrderedGoods {

    /** By the ERP's ids; without those that were made elsewhere. */
    Map<String, List<Item>> of(Collection<String> externalOrderIds);
}
