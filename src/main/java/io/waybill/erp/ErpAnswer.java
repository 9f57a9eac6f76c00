package io.waybill.erp;

import java.util.List;

/**
 * How a call ended, with each HTTP exchange it took.
 *
 * @param notices what an operator should look at although the call went well
 */
public record ErpAnswer(ErpReply reply, List<ErpExchange> exchanges, List<String> notices) {

    public ErpAnswer {
        exchanges = List.copyOf(exchanges);
        notices = List.copyOf(notices);
    }
}
